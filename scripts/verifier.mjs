// npm run verifier: makes libs/verifier/verify.mjs, verify.html and worker.mjs out of
// libs/verifier/source, each one file that stands alone. The rules are the same text in all of them;
// only the platform differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { at } from './environment.mjs';

const rules =
  'bytes report container signature manifest csv chains events ledger tree verify'.split(' ');
const source = (name) => readFileSync(at('libs', 'verifier', 'source', name), 'utf8');
const ours = /^import [^;]*? from '\.\/[^']+';\n/gm;
const outside = /^import [^;]*? from 'node:[^']+';\n/gm;

/** The text of a module without what ties it to others. */
const plain = (text) =>
  text
    .replace(ours, '')
    .replace(/^export /gm, '')
    .trim();

/** The files, by their paths. */
export async function verifierFiles() {
  const core = rules.map((name) => plain(source(`${name}.mjs`))).join('\n\n');
  const node = source('node.mjs');
  const program = [
    '#!/usr/bin/env node',
    '// Checks an audit export without a network, an account or a package:',
    '//   node verify.mjs FILE [--json] [--key VKEY]',
    '// Ends with 0 (whole and genuine), 1 (tampered with, and where) or 2 (cut short).',
    '// Made by `npm run verifier` from libs/verifier/source; do not edit.',
    ...(node.match(outside) ?? []).map((line) => line.trim()),
    '',
    core,
    '',
    plain(node.replace(outside, '')),
    '',
    'export { isSigned, platform, rootOver, tarHeader, verifyExport, verifyFile };',
  ].join('\n');
  const web = `${core}\n\n${plain(source('web.mjs'))}`;
  const page = source('page.html').replace(
    '/* the rules and the page */',
    () => `${web}\n\n${plain(source('browser.mjs'))}`,
  );
  const thread = [
    '// Checks an audit export beside a page. Made by `npm run verifier`; do not edit.',
    web,
    plain(source('worker.mjs')),
  ].join('\n\n');
  return {
    'libs/verifier/verify.mjs': await format(program, { parser: 'babel', ...style }),
    'libs/verifier/verify.html': await format(page, { parser: 'html', ...style }),
    'libs/verifier/worker.mjs': await format(thread, { parser: 'babel', ...style }),
  };
}

const style = { singleQuote: true, printWidth: 100 };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [path, text] of Object.entries(await verifierFiles())) {
    writeFileSync(at(...path.split('/')), text);
    console.log(path);
  }
