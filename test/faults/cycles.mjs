// npm run faults -- --cycles 200: two api and two worker processes on one database move money, while one
// of them, or the database, is killed without a word (SIGKILL) again and again: at any moment, and at
// every seam (failpoints.mjs). Whatever was acknowledged has to be there afterwards, and the money has to
// be right. The last line is JSON.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { onPinnedNode } from '../../scripts/runtime.mjs';

await onPinnedNode();
const { withOwnStack } = await import('../../scripts/own-stack.mjs');
const { freePort } = await import('../../scripts/ports.mjs');
const { programs } = await import('../../scripts/programs.mjs');
const { startPostgres } = await import('../../scripts/postgres.mjs');
const { removeHome } = await import('../../scripts/postgres-home.mjs');
const { Parts } = await import('./parts.mjs');
const { seams } = await import('./seams.mjs');
const { loadSources } = await import('../simulation/sources.mjs');
loadSources();
const { Traffic } = await import('./traffic.ts');
const { moneyFaults, unrest } = await import('../journeys/questions.ts');

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
  },
});
const cycles = Number(values.cycles);
const until = Date.now() + Number(values.minutes) * 60_000;
/** Who is killed in turn; the database takes everybody's connections with it. */
const turns = ['api-0', 'worker-0', 'api-1', 'worker-1', 'database', 'api-0', 'worker-1', 'api-1'];

const folder = mkdtempSync(join(tmpdir(), 'guildhall-cycles-'));
chmodSync(folder, 0o755);
const place = { dir: join(folder, 'postgres'), port: await freePort() };
const server = await startPostgres(place);
const plan = {
  seed: false,
  builds: ['server'],
  database: server.url,
  choose: (ports) => programs(ports).filter(({ name }) => name === 'sandbox'),
};
let parts;
const code = await withOwnStack('cycles', plan, work).finally(async () => {
  await parts?.stop();
  removeHome(place.dir);
  rmSync(folder, { recursive: true, force: true });
});
process.exit(code);

async function work(env) {
  parts = new Parts(env, { place, server, second: await freePort() });
  await parts.start();
  const traffic = new Traffic({ sandbox: env.SANDBOX_URL, rows: parts.rows });
  const moving = Promise.all(parts.apis.map((api, at) => traffic.flow(api, at)));
  // Looked at when the killing is over.
  moving.catch(() => undefined);
  const from = performance.now();
  let done = 0;
  let chance = Number(values.seed);
  const reached = new Map();
  for (; done < cycles && Date.now() < until; done += 1) {
    chance = (chance * 48_271) % 2_147_483_647;
    await pause(100 + (chance % 900));
    if (done % 2 === 0) {
      await parts.kill(turns[(done / 2) % turns.length]);
      continue;
    }
    const turn = (done - 1) / 2;
    const [part, seam] = seams[turn % seams.length];
    const side = Math.floor(turn / seams.length) % 2;
    const isThere = await parts.killAt(`${part}-${side}`, seam);
    const name = `${part}, ${seam}`;
    reached.set(name, (reached.get(name) ?? 0) + Number(isThere));
  }
  traffic.end();
  await moving;
  await quiet();
  const lost = await traffic.lost();
  const broken = [];
  for (const [name, question] of Object.entries(moneyFaults))
    if ((await parts.rows(question)).length > 0) broken.push(name);
  const givenUp = await parts.rows("select queue, id from bullmq.job where state = 'failed'");
  for (const { queue, id } of givenUp) broken.push(`given up: ${queue} ${id}`);
  const [{ total }] = await parts.rows(
    'select coalesce(sum(amount), 0)::text as total from ledger.entries',
  );
  for (const one of [...lost, ...broken]) console.log(`  ${one}`);
  for (const [name, times] of reached) console.log(`  died ${times} times: ${name}`);
  const seconds = Math.round((performance.now() - from) / 1_000);
  const figures = {
    cycles: done,
    seams: [...reached.values()].filter(Boolean).length,
    acknowledged: traffic.acknowledged.length,
    lost: lost.length,
  };
  console.log(
    JSON.stringify({ ...figures, ledgerSum: total, brokenRules: broken.length, seconds }),
  );
  return lost.length + broken.length === 0 && total === '0' && done === cycles ? 0 : 1;
}

/** Everything that listens has listened, every queue is empty. */
async function quiet() {
  for (let turn = 0; turn < 600; turn += 1) {
    const [row] = await parts.rows(unrest);
    if (row.behind === 0 && row.waiting === 0) return;
    await pause(200);
  }
  throw new Error('it never comes to rest');
}
