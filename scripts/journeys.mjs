import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { at, root } from './environment.mjs';
import { withOwnStack } from './own-stack.mjs';
import { findChromium } from './tools.mjs';

const config = 'test/journeys/playwright.config.ts';

/**
 * Drives the browser journeys on a stack of their own.
 *
 * The journeys find it by MARKETPLACE_URL, ADMIN_URL, API_URL, SANDBOX_URL, DATABASE_OWNER_URL,
 * GUILDHALL_HOME (children.json there has the pid of every process) and CHROMIUM.
 * @returns {Promise<{passed: number, failed: number, last?: string}>} `last` is the journey's JSON line
 */
export async function runJourneys(args = []) {
  if (!existsSync(at(config))) return { passed: 0, failed: 1, last: `{"missing":"${config}"}` };
  const result = { passed: 0, failed: 0 };
  const code = await withOwnStack('journey', {}, (env) =>
    playwright(args, { ...env, CHROMIUM: findChromium() }, result),
  );
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return result;
}

function playwright(args, env, result) {
  const program = at('node_modules', '@playwright', 'test', 'cli.js');
  const child = spawn(process.execPath, [program, 'test', '-c', config, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    if (isJson(line)) result.last = line.trim();
    // The closing lines of Playwright's list, line and dot reporters.
    const [, number, what] =
      /^\s+(\d+) (passed|failed|flaky|did not run|interrupted)/.exec(line) ?? [];
    if (what) result[what === 'passed' ? 'passed' : 'failed'] += Number(number);
  });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

function isJson(line) {
  try {
    return line.trim().startsWith('{') && Boolean(JSON.parse(line));
  } catch {
    return false;
  }
}
