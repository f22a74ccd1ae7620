// npm run check: format, lint, types, architecture, generated pages, names. Nothing is started.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { runChecks } = await import('./checks.mjs');
const { elapsed } = await import('./steps.mjs');
const { passed, failed } = await runChecks();
console.log(`\n  ${passed} checks passed, ${failed} failed in ${elapsed()}\n`);
process.exit(failed ? 1 : 0);
