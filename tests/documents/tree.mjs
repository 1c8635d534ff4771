// Prints the accessibility tree of a page as Chromium has it: role and name, a line each. Speaks DevTools' protocol over a pipe, so
// that no port is opened and no package needed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const profile = mkdtempSync(join(tmpdir(), 'tree-'));
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
const ask = (method, params = {}, sessionId) => new Promise((answer, fail) => {
  const id = ++last;
  answers.set(id, (message) => message.error ? fail(new Error(message.error.message)) : answer(message.result));
  browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
});
const stop = (status) => { browser.kill(); setTimeout(() => { rmSync(profile, { recursive: true, force: true }); process.exit(status); }, 500); };
setTimeout(() => { console.log('no answer within 60 s'); stop(1); }, 60000).unref();

const { targetId } = await ask('Target.createTarget', { url: process.argv[2] });
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
await new Promise((wake) => setTimeout(wake, 3000));
await ask('Accessibility.enable', {}, sessionId);
const { nodes } = await ask('Accessibility.getFullAXTree', {}, sessionId);
for (const node of nodes) if (!node.ignored && node.name?.value) console.log(node.role.value, node.name.value);
stop(0);
