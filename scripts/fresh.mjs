import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftovers } from './leftovers.mjs';
import { removeHome } from './postgres-home.mjs';
import { stopPostgres } from './postgres.mjs';
import { claim } from './processes.mjs';

/** Removes database, files, sandbox and secrets of that home. A running stack refuses. */
export async function forgetEverything(home) {
  mkdirSync(home, { recursive: true });
  claim(join(home, 'running'));
  await stopLeftovers(home);
  const postgres = join(home, 'postgres');
  await stopPostgres(postgres);
  removeHome(postgres);
  rmSync(home, { recursive: true, force: true });
}
