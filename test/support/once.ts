import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
      appear(answer, await work());
    } catch (problem) {
      appear(failure, String(problem));
      throw problem;
    }
  }
  while (!existsSync(answer)) {
    if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
    await pause(25);
  }
  return readFileSync(answer, 'utf8');
}

/** Whole or not at all: the others look for the name and read at once. */
function appear(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

function isMine(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
