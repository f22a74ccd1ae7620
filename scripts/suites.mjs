import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './environment.mjs';

const jest = 'node_modules/jest/bin/jest.js';
const esm = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** Unit and integration tests of the server; the database is started by the first that needs it. */
export const serverTests = () => runJest([...esm, jest]);

/** Component tests of both web apps and of the kit. */
export const webTests = () => runJest([jest, '-c', 'jest.web.config.mjs']);

/** @returns {Promise<{passed: number, failed: number, notes: string[]}>} */
async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-jest-'));
  const report = join(folder, 'report.json');
  try {
    const code = await run([...args, '--ci', '--silent', '--json', `--outputFile=${report}`]);
    return count(code, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args) {
  // The report goes to the file; what jest tells people comes on stderr.
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

/** A file that does not even load has no tests to count, so it counts as one failure. */
function count(code, report) {
  let answer;
  try {
    answer = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, notes: ['jest gave no report'] };
  }
  const failed = answer.numFailedTests + answer.numRuntimeErrorTestSuites;
  const leftOut = answer.numPendingTests + answer.numTodoTests;
  return {
    passed: answer.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    notes: leftOut ? [`${leftOut} tests are marked as left out`] : [],
  };
}
