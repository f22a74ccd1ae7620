// A stack of its own for a test: database, api, worker and sandbox, without pages and demo data.
// Says one line of JSON when it is up, and stops when its input ends.
import { join } from 'node:path';
import { onPinnedNode } from '../../scripts/runtime.mjs';

await onPinnedNode();
const { withOwnStack } = await import('../../scripts/own-stack.mjs');
const { findHome } = await import('../../scripts/postgres-home.mjs');
const { programs } = await import('../../scripts/programs.mjs');

const core = ['sandbox', 'api', 'worker'];
const plan = {
  seed: false,
  builds: ['server'],
  choose: (ports) => programs(ports).filter(({ name }) => core.includes(name)),
};
process.exit(
  await withOwnStack('faults', plan, (env, home) => {
    const { API_URL, SANDBOX_URL, DATABASE_OWNER_URL } = env;
    const cluster = join(findHome(join(home, 'postgres')), 'cluster');
    console.log(JSON.stringify({ API_URL, SANDBOX_URL, DATABASE_OWNER_URL, home, cluster }));
    process.stdin.resume();
    return new Promise((done) => process.stdin.once('end', () => done(0)));
  }),
);
