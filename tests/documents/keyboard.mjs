// Walks through a page of dateline with the Tab key alone and prints, for each stop, what has the focus and the sentence that it brings
// to the foot of the window; a second argument is the folder for a picture of the third stop. keyboard.mjs ADDRESS [FOLDER] [dark]
import { writeFileSync } from 'node:fs';
import { open } from './browser.mjs';

const STOPS = 60;
const [, , address, folder, scheme] = process.argv;
const { ask, stop } = await open(address);
await ask('Emulation.setDeviceMetricsOverride', { width: 1300, height: 900, deviceScaleFactor: 1, mobile: false });
await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme ?? 'light' }] });
const expression = `(() => {
  const there = document.activeElement, forward = [...document.querySelectorAll('.evidence li')]
    .find((item) => getComputedStyle(item).position === 'fixed');
  return [there.tagName, there.getAttribute('data-country') ?? '', there.getAttribute('aria-label') ?? there.textContent.slice(0, 30),
    forward?.querySelector('blockquote')?.textContent ?? ''].join('|');
})()`;
for (let i = 0; i < STOPS; i++) {
  for (const type of ['keyDown', 'keyUp']) await ask('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
  const { result } = await ask('Runtime.evaluate', { expression });
  console.log(result.value);
  if (folder && i === 2) {
    const { data } = await ask('Page.captureScreenshot');
    writeFileSync(`${folder}/keyboard-${scheme ?? 'light'}.png`, Buffer.from(data, 'base64'));
  }
}
stop(0);
