// node scripts/advisories.mjs FILE: reads what `npm audit --json` said. Ends with 1 where a library has a known
// hole that is critical or high, with 2 where nothing was answered: no news is no good news.
import { readFileSync } from 'node:fs';

const stops = new Set(['critical', 'high']);
const [file] = process.argv.slice(2);

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).vulnerabilities;
  } catch {
    return undefined;
  }
}

const found = read();
if (found === undefined) {
  console.error('npm audit gave no answer that says anything about the libraries.');
  process.exit(2);
}
/** One line for each advisory; what only depends on a library with a hole is not named again. */
const advisories = Object.values(found).flatMap(({ name, via }) =>
  via.filter((one) => typeof one === 'object').map((one) => ({ name, ...one })),
);
for (const { name, severity, title, url } of advisories)
  console.log(`${severity}: ${name}: ${title} (${url})`);
const holes = advisories.filter(({ severity }) => stops.has(severity));
console.log(`${advisories.length} known, ${holes.length} of them critical or high`);
process.exit(holes.length > 0 ? 1 : 0);
