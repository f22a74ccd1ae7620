// npm test: everything that can be tested on this machine. The last line is `N passed, N failed`.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { buildIfStale } = await import('./builds.mjs');
const { runChecks } = await import('./checks.mjs');
const { runJourneys } = await import('./journeys.mjs');
const { elapsed } = await import('./steps.mjs');
const { serverTests, webTests } = await import('./suites.mjs');
const { ensureTool, findChromium, findClamd, findRedis } = await import('./tools.mjs');

const total = { passed: 0, failed: 0 };
const leftOut = [];

const redis = ensureTool(findRedis, 'redis-server');
if (redis.why) leftOut.push(`the queue on Redis: ${redis.why}`);
const clamd = ensureTool(findClamd, 'clamav-daemon');
if (clamd.why) leftOut.push(`the real ClamAV: ${clamd.why}`);
const chromium = ensureTool(findChromium, 'chromium');

await suite('Checks', runChecks);
await suite('Server: unit and integration', serverTests);
await suite('Web: components', webTests);
await suite('Builds', builds);
if (chromium.why) leftOut.push(`the browser journeys: ${chromium.why}`);
else await suite('Browser journeys', journeys);

console.log('');
for (const what of leftOut) console.log(`  !!! LEFT OUT: ${what}`);
console.log(`  ${elapsed()}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

async function suite(title, work) {
  console.log(`\n── ${title} ${'─'.repeat(66 - title.length)} ${elapsed()}\n`);
  const {
    passed,
    failed,
    notes = [],
  } = await work().catch((problem) => {
    console.error(problem);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  leftOut.push(...notes.map((note) => `${title}: ${note}`));
  console.log(`\n  ${title}: ${passed} passed, ${failed} failed`);
}

async function builds() {
  const built = await buildIfStale();
  console.log(`  ${built.length ? `Built ${built.join(', ')}` : 'Everything was up to date'}`);
  return { passed: 3, failed: 0 };
}

async function journeys() {
  const result = await runJourneys();
  if (result.last) console.log(result.last);
  return result;
}
