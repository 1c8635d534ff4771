// Makes a PDF of a Typst document by the rules of PDF/UA-1: typst.mjs FOLDER-OF-NODE_MODULES IN OUT, both within the folder.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, from, to] = [resolve(process.argv[2]), process.argv[3], process.argv[4]];
const { NodeCompiler } = createRequire(join(folder, 'package.json'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: ['/usr/share/fonts'] }] });
const made = compiler.compile({ mainFilePath: join(folder, from) });
if (made.hasError()) {
  console.log(JSON.stringify(made.takeDiagnostics()?.shortDiagnostics));
  process.exit(1);
}
writeFileSync(join(folder, to), compiler.pdf(made.result, { pdfStandard: 'ua-1' }));
