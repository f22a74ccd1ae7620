// npm run sdk: the SDK as a package in dist/sdk, ready for `npm publish`.
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { runQuietly } = await import('./builds.mjs');
const { at } = await import('./environment.mjs');

await rm(at('dist', 'sdk'), { recursive: true, force: true });
const { code, output } = await runQuietly(['tsc', '-p', 'libs/sdk/tsconfig.json']);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const { version, license, dependencies } = JSON.parse(await readFile(at('package.json'), 'utf8'));
const wanted = ['openapi-fetch', 'standardwebhooks'];
const about = {
  name: '@guildhall/sdk',
  version,
  license,
  description: 'The API of a Guildhall marketplace, for programs with a key.',
  type: 'module',
  exports: { types: './index.d.ts', default: './index.js' },
  sideEffects: false,
  dependencies: Object.fromEntries(wanted.map((name) => [name, `^${dependencies[name]}`])),
};
await writeFile(at('dist', 'sdk', 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
await copyFile(at('libs', 'sdk', 'README.md'), at('dist', 'sdk', 'README.md'));
await copyFile(at('LICENSE'), at('dist', 'sdk', 'LICENSE'));
console.log('dist/sdk');
