// Chromium with a page open, asked over DevTools' protocol through a pipe, so that no port is opened and no package needed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Opens an address; ask(method, parameters) answers, stop(status) ends the program.
export async function open(address) {
  const profile = mkdtempSync(join(tmpdir(), 'browser-'));
  const browser = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
    '--force-renderer-accessibility', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const answers = new Map();
  let rest = '', last = 0;
  browser.stdio[4].on('data', (bytes) => {
    const parts = (rest + bytes).split('\0');
    rest = parts.pop();
    for (const message of parts.map((part) => JSON.parse(part))) answers.get(message.id)?.(message);
  });
  const send = (method, params = {}, sessionId) => new Promise((answer, fail) => {
    const id = ++last;
    answers.set(id, (message) => message.error ? fail(new Error(message.error.message)) : answer(message.result));
    browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
  });
  const stop = (status) => {
    browser.kill();
    setTimeout(() => { rmSync(profile, { recursive: true, force: true }); process.exit(status); }, 500);
  };
  setTimeout(() => { console.log('no answer within 60 s'); stop(1); }, 60000).unref();
  const { targetId } = await send('Target.createTarget', { url: address });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await new Promise((wake) => setTimeout(wake, 3000));
  return { ask: (method, params) => send(method, params, sessionId), stop };
}
