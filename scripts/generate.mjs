// npm run generate: writes the pages that are made from the code. Each generator is a program of the
// server build which writes its own pages; one whose source does not exist has nothing to write.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { existsSync } = await import('node:fs');
const { sayAndExit } = await import('./advice.mjs');
const { buildIfStale, runQuietly } = await import('./builds.mjs');
const { at } = await import('./environment.mjs');
const { generators } = await import('./generators.mjs');

await buildIfStale(['server']).catch(sayAndExit);
for (const { source, program, pages } of generators) {
  if (!existsSync(at(source)) && !pages.some((page) => existsSync(at(page)))) continue;
  const { code, output } = await runQuietly([process.execPath, at(program)]);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
  console.log(`${pages.join(', ')} ← ${source}`);
}
