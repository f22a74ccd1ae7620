// npm run mutants: plants every fault of the table, one at a time and never in the working tree, and
// sees that somebody notices. Writes docs/mutants.md; the last line is JSON.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { edited, loadSources, root } from './sources.mjs';

loadSources();
const { planted } = await import('./planted.ts');
/** Short lives find most; those that come after are longer. */
const plans = [
  ['--seed', '5', '--steps', '16000', '--run', '1000'],
  ['--seed', '6', '--steps', '60000', '--run', '4000'],
];
const wanted = process.argv[2] ?? '';
const table = planted.filter(({ name, by }) => new RegExp(wanted).test(`${name} ${by}`));
const results = new Map();
const copy = mkdtempSync(join(tmpdir(), 'guildhall-planted-'));

try {
  await Promise.all([
    inTurn(table.filter(({ by }) => by === 'simulation').filter((_, at) => at % 2 === 0)),
    inTurn(table.filter(({ by }) => by === 'simulation').filter((_, at) => at % 2 === 1)),
  ]);
  await onCopies(table.filter(({ by }) => by !== 'simulation'));
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const killed = [...results.values()].filter(Boolean).length;
if (wanted === '') writeFileSync(join(root, 'docs/mutants.md'), page());
process.exitCode = killed === table.length ? 0 : 1;
console.log(JSON.stringify({ planted: table.length, killed }));

function note(one, found) {
  results.set(one.name, found);
  const what = found
    ? `${found.what}${found.steps ? `, ${found.steps} steps` : ''}`
    : 'NOT NOTICED';
  console.log(`  ${one.name.padEnd(52)} ${what}`);
}

async function inTurn(list) {
  for (const one of list) note(one, await simulated(one));
}

/** The first of the plans that breaks a rule. */
async function simulated({ file, from, to }) {
  let before = 0;
  for (const plan of plans) {
    const edits = JSON.stringify([{ file, from, to }]);
    const program = join(root, 'test/simulation/simulate.mjs');
    const { output } = await run([program, ...plan, '--save', 'no', '--edits', edits], root);
    const last = output.trimEnd().split('\n').at(-1);
    const { violations, rule, steps } = JSON.parse(last);
    if (violations > 0) return { what: rule, steps: before + steps };
    before += steps;
  }
  return undefined;
}

/** Faults that the simulation cannot meet are planted in a copy, whose own specs are run. */
async function onCopies(list) {
  if (list.length === 0) return;
  fill();
  for (const spec of new Set(list.map(({ by }) => by)))
    if ((await failed(spec)).length > 0) throw new Error(`${spec} fails without a fault`);
  for (const one of list) {
    const path = join(copy, one.file);
    const source = readFileSync(join(root, one.file), 'utf8');
    writeFileSync(path, edited(join(root, one.file), source, [one]));
    const [first] = await failed(one.by);
    note(one, first && { what: first });
    writeFileSync(path, source);
  }
}

function fill() {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  for (const name of names
    .split('\0')
    .filter((one) => /^(apps|libs|migrations|test|scripts)\/|^[^/]+$/.test(one))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(root, name), join(copy, name), { force: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** The names of the tests that fail. */
async function failed(spec) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const esm = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  await run([...esm, jest, spec, '--ci', '--silent', '--json', `--outputFile=${report}`], copy);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ assertionResults, message }) =>
    assertionResults.length === 0
      ? [message]
      : assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName }) => fullName),
  );
}

function run(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

function page() {
  const rows = table.map(({ name, file, by }) => {
    const { what = 'nobody', steps = '' } = results.get(name) ?? {};
    const who = by === 'simulation' ? what : `\`${by}\` › ${what}`;
    return `| ${name} | \`${file}\` | ${who} | ${steps} |`;
  });
  return [
    '# Planted faults',
    '',
    'Written by `npm run mutants`. Each fault is one edit of one source, planted in a process or a copy of',
    'its own. The third column is the rule that was seen broken, or the test that failed; the last one how',
    'many steps of the simulation it took. The table is `test/simulation/planted.ts`.',
    '',
    `${table.length} planted, ${killed} noticed.`,
    '',
    '| Fault | Planted in | Noticed by | Steps |',
    '| ----- | ---------- | ---------- | ----: |',
    ...rows,
    '',
  ].join('\n');
}
