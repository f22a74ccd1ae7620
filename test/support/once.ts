import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The folder of this test run, opened by before-all.mjs. */
export function runFolder(): string {
  const folder = process.env['GUILDHALL_TEST_RUN'];
  if (folder === undefined) throw new Error('Run the tests through jest.config.mjs.');
  return folder;
}

/** Does the work in one jest worker; the others wait for its answer (or for its failure). */
export async function oncePerRun(name: string, work: () => Promise<string>): Promise<string> {
  const answer = join(runFolder(), `${name}.answer`);
  const failure = join(runFolder(), `${name}.failure`);
  if (isMine(join(runFolder(), `${name}.lock`))) {
    try {
      writeFileSync(answer, await work(), { flag: 'wx' });
    } catch (problem) {
      writeFileSync(failure, String(problem));
      throw problem;
    }
  }
  while (!existsSync(answer)) {
    if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
    await pause(25);
  }
  return readFileSync(answer, 'utf8');
}

function isMine(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
