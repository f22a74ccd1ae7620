// How long the time machine takes to answer over a million events: balances, trial balances and
// differences at random instants, on both axes. The rows are written in bulk, as the log would.
import pg from 'pg';
import { percentile, rounded } from './rounds.mjs';

const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { Database } = await built('libs/kernel/database.js');
const { balanceAt, kindsAt } = await built('apps/api/src/trust/audit/adapters/replay-sums.js');

const events = Number(process.argv[2] ?? 1_000_000);
const asked = 1_000;
const days = 90;
const wallets = 20_000;

const owner = new pg.Client(process.env.DATABASE_OWNER_URL);
await owner.connect();
await owner.query('set synchronous_commit = off');
const step = async (name, sql) => {
  const from = performance.now();
  await owner.query(sql);
  console.log(`${name}: ${((performance.now() - from) / 1_000).toFixed(1)} s`);
};

// One wallet in ten thousand is busy: every tenth event is its own. Fees and gateway are in all.
await step(
  'events',
  `insert into record.events (stream, version, id, type, raw, hash, recorded_at)
    select 'bench-' || n, 1, gen_random_uuid(), 'Bench', '{"n":' || n || '}', sha256(n::text::bytea),
      now() - interval '${days} days' * (1 - n::float8 / ${events}) from generate_series(1, ${events}) n`,
);
await step(
  'leaves',
  `insert into record.tlog_leaves (n, xid, pos, event, hash)
    select row_number() over (order by xid, pos) - 1, xid, pos, id, hash from record.events`,
);
await step(
  'accounts',
  `insert into ledger.accounts (id, kind, currency, hot, guarded)
    select 'wallet:' || n || ':available:INR', 'wallet_available', 'INR', false, false
      from generate_series(0, ${wallets}) n
    union all values ('fees:INR', 'fees', 'INR', true, false), ('gateway:x:INR', 'gateway', 'INR', true, false)`,
);
await step(
  'entries',
  `insert into ledger.entries (journal, account, kind, amount, currency, balance, account_version, effective_at, recorded_at)
    select e.id, l.account, 'bench', l.amount, 'INR', null, null, e.recorded_at - interval '1 hour' * (random() * 48), e.recorded_at
      from record.events e cross join lateral (values
        ('wallet:' || case when e.pos % 10 = 0 then 0 else e.pos % ${wallets} end || ':available:INR', 100),
        ('fees:INR', 5), ('gateway:x:INR', -105)) as l(account, amount)`,
);
await step(
  'read model',
  `insert into replay_entries (id, leaf, journal, account, kind, currency, amount, recorded_at, effective_at)
    select n.id, l.n, n.journal, n.account, a.kind, n.currency, n.amount, n.recorded_at, n.effective_at
      from ledger.entries n join record.tlog_leaves l on l.event = n.journal join ledger.accounts a on a.id = n.account`,
);
await step(
  'hours',
  `insert into replay_hours (axis, name, currency, hour, amount)
    select s.axis, s.name, r.currency, date_trunc('hour', s.at, 'UTC'), sum(r.amount) from replay_entries r
      cross join lateral (values ('recorded', r.account, r.recorded_at), ('recorded', 'kind:' || r.kind, r.recorded_at),
        ('effective', r.account, r.effective_at), ('effective', 'kind:' || r.kind, r.effective_at)) as s(axis, name, at)
      group by 1, 2, 3, 4`,
);
await step('analyze', 'vacuum analyze');
await owner.end();

const database = new Database(process.env.DATABASE_URL, 4);
const instant = () => new Date(Date.now() - Math.random() * days * 86_400_000).toISOString();
const accounts = {
  'the hottest account': () => 'gateway:x:INR',
  'a busy wallet': () => 'wallet:0:available:INR',
  'any wallet': () => `wallet:${1 + Math.floor(Math.random() * wallets)}:available:INR`,
};
const figures = { events };
for (const axis of ['recorded', 'effective']) {
  for (const [name, account] of Object.entries(accounts))
    await measure(`${name}, ${axis}`, () =>
      balanceAt(database, account(), { at: instant(), axis }),
    );
  await measure(`trial balance, ${axis}`, () => kindsAt(database, { at: instant(), axis }));
}
console.log(JSON.stringify(figures));
await database.onApplicationShutdown();

async function measure(name, question) {
  for (let n = 0; n < 20; n += 1) await question();
  const times = [];
  for (let n = 0; n < asked; n += 1) {
    const from = performance.now();
    await question();
    times.push(performance.now() - from);
  }
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)].map((ms) => rounded(ms));
  figures[name] = { p50, p99 };
  console.log(`${name}: p50 ${p50} ms, p99 ${p99} ms`);
}
