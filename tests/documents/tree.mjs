// Prints the accessibility tree of a page as Chromium has it: role and name, a line each.
import { open } from './browser.mjs';

const { ask, stop } = await open(process.argv[2]);
await ask('Accessibility.enable');
const { nodes } = await ask('Accessibility.getFullAXTree');
for (const node of nodes) if (!node.ignored && node.name?.value) console.log(node.role.value, node.name.value);
stop(0);
