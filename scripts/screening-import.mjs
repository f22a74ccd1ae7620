// npm run screening:import -- --format ofac|eu|un|pep FILE: takes a list of an authority into the
// installation that runs here, or into the one that DATABASE_URL names.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { spawnSync } = await import('node:child_process');
const { join } = await import('node:path');
const { sayAndExit } = await import('./advice.mjs');
const { buildIfStale } = await import('./builds.mjs');
const { at, environment, settings } = await import('./environment.mjs');
const { findHome, passwords } = await import('./postgres-home.mjs');
const { address } = await import('./postgres-roles.mjs');

try {
  const plan = settings();
  await buildIfStale(['server']);
  const env = environment({ ...plan, database: plan.database || embedded(plan) });
  const program = at('dist/server/apps/api/src/screening-import.js');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
} catch (problem) {
  sayAndExit(problem);
}

/** The database that `npm start` runs. */
function embedded({ home, ports }) {
  const secret = passwords(findHome(join(home, 'postgres')));
  return {
    owner: address(ports.database, 'guildhall', secret.guildhall),
    app: address(ports.database, 'guildhall_app', secret.guildhall_app),
  };
}
