// npm run build: server and both web apps, whether stale or not.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { sayAndExit } = await import('./advice.mjs');
const { build, builds } = await import('./builds.mjs');
const { step } = await import('./steps.mjs');
for (const name of Object.keys(builds)) {
  await step(`Build ${name}`, () => build(name)).catch(sayAndExit);
}
