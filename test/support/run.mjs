// One test run has one folder. What is dear to start (PostgreSQL, Redis) is started by the first
// test that asks and found by the others through a small file there: unit tests pay nothing.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopPostgres } from '../../scripts/postgres.mjs';
import { removeHome } from '../../scripts/postgres-home.mjs';
import { commandOf, isAlive, read, signal } from '../../scripts/processes.mjs';

const prefix = `guildhall-run-`;

/** Opens the folder of this run and clears away what a killed run left behind. */
export async function openRun() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const [, pid] = name.slice(prefix.length - 1).split('-');
    if (!isAlive(Number(pid))) await closeRun(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Stops what was started for the run and removes its folder. */
export async function closeRun(folder) {
  const postgres = join(folder, 'postgres');
  await stopPostgres(postgres);
  removeHome(postgres);
  const redis = Number(read(join(folder, 'redis.pid')));
  if (redis && (commandOf(redis)?.includes('redis') ?? true)) signal(redis, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
