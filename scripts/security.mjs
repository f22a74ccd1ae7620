// npm run security: attacks a fresh stack of its own, and runs the specs that prove the rest of
// test/security/contents.json, and writes docs/security/report.md. With --attacks only the attacks; other
// arguments go to Playwright. The last line is JSON; the exit code is 1 when anything succeeded or failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { Advice, sayAndExit } = await import('./advice.mjs');
const { at, root } = await import('./environment.mjs');
const { withOwnStack } = await import('./own-stack.mjs');
const { circumstances, reportOf } = await import('./security-report.mjs');
const { ensureTool, findChromium, scanners } = await import('./tools.mjs');

const [first, ...rest] = process.argv.slice(2);
const isOnlyAttacks = first === '--attacks';
const asked = isOnlyAttacks ? rest : process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'guildhall-attacks-'));
const tally = join(folder, 'attempts.jsonl');

const { why } = ensureTool(findChromium, 'chromium');
if (why) sayAndExit(new Advice(`The attacks need Chromium: ${why}. Set CHROMIUM to its path.`));
for (const [name, find] of Object.entries(scanners)) {
  const scanner = ensureTool(find, name);
  if (scanner.why) sayAndExit(new Advice(`The attacks need ${name}: ${scanner.why}.`));
}

const run = (args, env) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.once('close', (code) => done(code ?? 1));
  });

/** The specs that show what no attack has to show again. */
function specs() {
  const contents = JSON.parse(readFileSync(at('test/security/contents.json'), 'utf8'));
  const shown = contents.flatMap((kind) => kind.shown.map((one) => one.split('::', 1)[0]));
  return [...new Set(shown)].filter(
    (path) => path.endsWith('.spec.ts') && !path.includes('/journeys/'),
  );
}

// All attacks come from one address. One that is turned away because others asked before it proves
// nothing, and neither does a page that is not drawn; these two limits have tests of their own.
for (const name of ['REQUESTS_PER_MINUTE', 'ACCOUNT_REQUESTS_PER_MINUTE'])
  process.env[name] = '1000000000';

const jest = [
  ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  ...['node_modules/jest/bin/jest.js', '--silent', '--ci'],
];
const playwright = [at('node_modules', '@playwright', 'test', 'cli.js'), 'test'];
const config = ['-c', 'test/security/playwright.config.ts'];

const attacked = await withOwnStack('security', { seed: false }, (env) =>
  run([...playwright, ...config, ...asked], { ...env, ATTACKS: tally, CHROMIUM: findChromium() }),
).catch(sayAndExit);
const isWhole = !isOnlyAttacks && asked.length === 0;
const proved = isWhole ? await run([...jest, ...server()], { ...process.env, ATTACKS: tally }) : 0;

function server() {
  return specs().filter((path) => !/^(apps\/(admin|marketplace)|libs\/ui)\//.test(path));
}

const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
const outcomes = lines.map((line) => JSON.parse(line));
const sum = (what) => outcomes.reduce((all, one) => all + one[what], 0);
rmSync(folder, { recursive: true, force: true });
const outcome = { attempts: sum('attempts'), successes: sum('successes') };
if (isWhole) {
  const page = reportOf(outcomes, circumstances(findChromium()), server());
  const { format } = await import('prettier');
  writeFileSync(at('docs', 'security', 'report.md'), await format(page, { parser: 'markdown' }));
}
if (attacked !== 0 || proved !== 0) console.error('Something succeeded or failed; see above.');
console.log(JSON.stringify(outcome));
process.exit(attacked === 0 && proved === 0 && outcome.successes === 0 ? 0 : 1);
