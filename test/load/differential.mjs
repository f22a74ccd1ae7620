// npm run differential -- --seed 1 --steps 20000: what one run of the simulation asks of the record in
// memory is asked of record.append in PostgreSQL too. Every answer and every refusal has to be the same,
// and after each thousand calls every balance and every version. The last line is JSON.
import { isDeepStrictEqual, parseArgs } from 'node:util';
import pg from 'pg';
import { loadSources } from '../simulation/sources.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '20000' },
  },
});
loadSources();
const from = performance.now();
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { appendSql } = await import('../../libs/eventstore-client/append-call.ts');
const { takeOver } = await import('../simulation/instants.ts');
takeOver();
const { recorded } = await import('../simulation/differential.ts');
const { calls, states } = await recorded(Number(values.seed), Number(values.steps));

const differences = [];
let compared = 0;
for (const [at, call] of calls.entries()) {
  const theirs = await asked(call.values);
  const ours = {
    code: call.code,
    replayed: call.answered?.replayed ?? null,
    response: call.answered?.replayed ? call.answered.response : null,
  };
  // jsonb has an order of keys of its own.
  if (!isDeepStrictEqual(ours, theirs))
    differences.push(`call ${at}: ${JSON.stringify(ours)} in memory, ${JSON.stringify(theirs)}`);
  const state = states.find(({ afterCalls }) => afterCalls === at + 1);
  if (state) await compare(state);
}
await client.end();
for (const one of differences.slice(0, 10)) console.log(one);
process.exitCode = differences.length === 0 ? 0 : 1;
const seconds = Math.round((performance.now() - from) / 10) / 100;
const steps = Number(values.steps);
const figures = { steps, calls: calls.length, states: compared, differences: differences.length };
console.log(JSON.stringify({ ...figures, seconds }));

async function asked(parameters) {
  try {
    const { rows } = await client.query({
      name: 'append',
      text: appendSql,
      values: parameters.map((one) => (Array.isArray(one) ? [...one] : one)),
    });
    const [{ replayed, response }] = rows;
    return { code: null, replayed, response: replayed ? response : null };
  } catch ({ code }) {
    return { code, replayed: null, response: null };
  }
}

/** Balances and versions of accounts that keep one, and versions of streams. */
async function compare({ afterCalls, accounts, versions }) {
  compared += 1;
  const kept = await client.query(
    "select id, balance || ' ' || version as text from ledger.accounts where not hot",
  );
  const streams = await client.query('select id, version::int as text from record.streams');
  for (const [ours, { rows }] of [
    [accounts, kept],
    [versions, streams],
  ]) {
    const theirs = new Map(rows.map(({ id, text }) => [id, text]));
    for (const id of new Set([...ours.keys(), ...theirs.keys()]))
      if (ours.get(id) !== theirs.get(id))
        differences.push(`after ${afterCalls}: ${id} ${ours.get(id)} in memory, ${theirs.get(id)}`);
  }
}
