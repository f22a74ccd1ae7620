import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { runQuietly } from './builds.mjs';
import { at } from './environment.mjs';
import { generators } from './generators.mjs';
import { elapsed } from './steps.mjs';

const cache = (name) => at('node_modules', '.cache', name);

/** Every check is a program that says no by its exit code. The long ones come first. */
const checks = {
  lint: [
    ...['eslint', '.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', cache('eslint/')],
  ],
  'types of the server and its tests': [
    'tsc',
    '-p',
    'tsconfig.spec.json',
    '--noEmit',
    '--pretty',
    'false',
  ],
  'types of the web apps and their templates': [
    'ngc',
    '-p',
    'tsconfig.web.json',
    '--noEmit',
    '--pretty',
    'false',
  ],
  'generated pages': undefined,
  'who imports whom': ['depcruise', '-c', '.dependency-cruiser.mjs', 'apps', 'libs'],
  format: ['prettier', '--check', '.', '--log-level', 'warn', '--cache'],
  'words in both languages': ['node', 'scripts/i18n.mjs'],
  'names, sizes and leftovers': ['node', 'scripts/tidy.mjs'],
};

/** Runs all checks, two at a time on two cores. @returns {Promise<{passed: number, failed: number}>} */
export async function runChecks() {
  const waiting = Object.entries(checks);
  const count = { passed: 0, failed: 0 };
  const runner = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next;
      const from = performance.now();
      const { code, output } = await (command ? runQuietly(command) : generatedPages());
      count[code === 0 ? 'passed' : 'failed'] += 1;
      console.log(`  ${code === 0 ? '✓' : '✗'} ${name.padEnd(44)} ${elapsed(from).padStart(8)}`);
      if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '      '));
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 3) }, runner));
  return count;
}

/** Generates anew and compares; what was stale is fresh afterwards and only needs a commit. */
async function generatedPages() {
  const pages = generators.flatMap((generator) => generator.pages);
  const before = pages.map(content);
  const result = await runQuietly(['node', 'scripts/generate.mjs']);
  const stale = pages.filter((page, index) => content(page) !== before[index]);
  if (result.code !== 0 || stale.length === 0) return result;
  return { code: 1, output: `${stale.join(', ')} did not fit the code; commit what is there now.` };
}

function content(page) {
  try {
    return readFileSync(at(page), 'utf8');
  } catch {
    return '';
  }
}
