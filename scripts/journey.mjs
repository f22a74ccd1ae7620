// npm run journey: a fresh stack on free ports, then the browser journeys. Arguments go to Playwright.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { Advice, sayAndExit } = await import('./advice.mjs');
const { runJourneys } = await import('./journeys.mjs');
const { ensureTool, findChromium } = await import('./tools.mjs');

const { why } = ensureTool(findChromium, 'chromium');
if (why) sayAndExit(new Advice(`The journeys need Chromium: ${why}. Set CHROMIUM to its path.`));
const { failed, last } = await runJourneys(process.argv.slice(2)).catch(sayAndExit);
if (last) console.log(last);
process.exit(failed ? 1 : 0);
