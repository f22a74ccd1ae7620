// npm run bench:screening -- --lists DIR: how many listed names are found however they are written, how
// many ordinary names are stopped, and how long one question takes. DIR has files of OFAC (sdn.csv or
// sdn.xml), of the UN (un*.xml) and of the EU (eu*.xml). The last line is JSON.
import { faker, fakerAR, fakerDE, fakerEN_IN, fakerES, fakerFR, fakerRU } from '@faker-js/faker';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diceOf, variantsOf } from './name-variants.mjs';

const screening = '../../dist/server/apps/api/src/trust/screening';
const { readList } = await import(`${screening}/adapters/read-list.js`);
const { foldName } = await import(`${screening}/adapters/fold-name.js`);
const { NameIndex } = await import(`${screening}/domain/name-index.js`);
const { possible, strong } = await import(`${screening}/domain/strength.js`);

const at = process.argv.indexOf('--lists');
if (at < 0) throw new Error('say where the lists are: --lists DIR');
const folder = resolve(process.argv[at + 1]);
const verbose = process.argv.includes('--misses');

const sourceOf = (file) =>
  (/^sdn\.(csv|xml)$/.test(file) && 'ofac') ||
  (/^un.*\.xml$/.test(file) && 'un') ||
  (/^eu.*\.xml$/.test(file) && 'eu');

const names = [];
for (const file of readdirSync(folder)) {
  const source = sourceOf(file);
  if (!source) continue;
  const { entries } = await readList(source, join(folder, file));
  for (const { externalId, kind, names: all } of entries)
    for (const name of all)
      names.push({ entry: `${source}:${externalId}`, kind, name, folded: foldName(name) });
}

const started = performance.now();
// As the product does it: a person is looked for among people, and among the rest only when very alike.
const groups = [
  { least: possible, listed: names.filter(({ kind }) => kind === 'person') },
  { least: strong, listed: names.filter(({ kind }) => kind !== 'person') },
].map((group) => ({ ...group, index: new NameIndex(group.listed) }));
console.log(`${names.length} names indexed in ${(performance.now() - started).toFixed(0)} ms`);

const dice = diceOf(20_260_401);
const took = [];
const search = (text) => {
  const from = performance.now();
  const folded = foldName(text);
  const found = groups.flatMap(({ index, least, listed }) =>
    index.search(folded, least).map((one) => ({ ...one, listed: listed[one.name].name })),
  );
  took.push(performance.now() - from);
  return found;
};

/** Names of people with at least two words: ships and one-word aliases say nothing about the rest. */
const people = names.filter(({ kind, name }) => kind === 'person' && /\S\s+\S/.test(name));
const sums = {};
for (let n = 0; n < Number(process.env.SAMPLE ?? 4_000); n += 1) {
  const { entry, name } = people[Math.floor(dice() * people.length)];
  for (const { kind, text } of variantsOf(name, dice)) {
    const sum = (sums[kind] ??= { asked: 0, found: 0 });
    sum.asked += 1;
    if (search(text).some((one) => one.entry === entry)) sum.found += 1;
    else if (verbose) console.log('missed', kind, JSON.stringify(name), '→', text);
  }
}
for (const [kind, { asked, found }] of Object.entries(sums))
  console.log(
    `${kind.padEnd(16)}${String(asked).padStart(7)} ${((found / asked) * 100).toFixed(2)} %`,
  );

/** Names that people have who are on no list, from seven languages. */
const locales = [faker, fakerEN_IN, fakerDE, fakerFR, fakerES, fakerRU, fakerAR];
let stopped = 0;
const ordinary = Number(process.env.ORDINARY ?? 7_000);
for (const [n, one] of locales.entries()) one.seed(100 + n);
for (let n = 0; n < ordinary; n += 1) {
  const { person } = locales[n % locales.length];
  const name = `${person.firstName()} ${person.lastName()}`;
  const [hit] = search(name);
  if (hit) stopped += 1;
  if (hit && verbose) console.log('stopped', name, '→', hit.listed, hit.score.toFixed(3));
}

took.sort((a, b) => a - b);
const all = Object.values(sums);
const asked = all.reduce((sum, one) => sum + one.asked, 0);
const found = all.reduce((sum, one) => sum + one.found, 0);
console.log(
  JSON.stringify({
    names: names.length,
    variants: asked,
    recall: Number((found / asked).toFixed(4)),
    falsePositiveRate: Number((stopped / ordinary).toFixed(4)),
    p50Ms: Number(took[Math.floor(took.length / 2)].toFixed(2)),
    p99Ms: Number(took[Math.floor(took.length * 0.99)].toFixed(2)),
  }),
);
