// How fast a release is, from the command to the commit, against a bare durable insert through the
// same driver, against itself without a shared fee account, and against Emmett's append.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { escrows, lagSamples } from './money-scene.mjs';
import { median, percentile, rate, ratio, rounded } from './rounds.mjs';

const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { AppModule } = await built('apps/api/src/app.module.js');
const { readConfig } = await built('apps/api/src/config.js');
const { Consumers } = await built('libs/kernel/consumers.js');
const { Database } = await built('libs/kernel/database.js');
const { Feed } = await built('libs/kernel/feed.js');
const { RequestContext } = await built('libs/kernel/context.js');
const { append } = await built('libs/eventstore-client/postgres.js');
const { ReleaseMilestone } = await built('apps/api/src/money/escrow/commands/release-milestone.js');
const { Sequencer } = await built('apps/api/src/trust/audit/commands/sequence-events.js');
const { OpenEscrow } = await built('apps/api/src/money/escrow/commands/open-escrow.js');
const { FundMilestone } = await built('apps/api/src/money/escrow/commands/fund-milestone.js');

const clients = 8;
const rounds = 5;
const sliceMs = 1_500;
const stepsPerRound = 6_000;

const config = readConfig();
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: ['error'],
});
const database = app.get(Database);
const commands = app.get(CommandBus);
const context = app.get(RequestContext);
const tools = { append, database, commands, context, OpenEscrow, FundMilestone };

const owner = new pg.Client(config.DATABASE_OWNER_URL);
await owner.connect();
await owner.query(
  'create table bench_floor (id bigint generated always as identity primary key, body text)',
);
await owner.query('grant insert on bench_floor to guildhall_app');
const emmett = getPostgreSQLEventStore(config.DATABASE_OWNER_URL);

const body = 'x'.repeat(300);
const floor = () =>
  database.query('insert into bench_floor (body) values ($1)', [body], 'bench.floor');

const release = ({ clientId, contractId, milestoneId, amount }) =>
  context.run({ actor: { type: 'user', id: clientId, roles: ['client'] } }, () =>
    commands.execute(new ReleaseMilestone(contractId, milestoneId, { amount }, randomUUIDv7())),
  );

/** The same append as a release makes, with the fee on an account of one's own or on the shared one. */
const post = (fees) => (client, turn) => {
  const escrow = `b${client}x${turn}x${randomUUIDv7()}`;
  const cause = { type: 'EscrowReleased', data: { note: body } };
  const leg = (account, amountMinor) => ({ account, amountMinor, currency: 'INR', kind: 'bench' });
  return append(database, {
    streams: [
      { stream: `bench-${escrow}`, expected: 0, facts: [cause] },
      {
        stream: `wallet-bench${client}-INR`,
        expected: 'any',
        facts: [{ type: 'FundsCredited', data: {} }],
      },
    ],
    journals: [
      {
        cause,
        legs: [
          leg('gateway:bench', -100n),
          leg(`wallet:bench${client}:available`, 88n),
          leg(fees(client), 12n),
        ],
      },
    ],
    idempotency: { scope: 'bench', key: escrow, request: Buffer.alloc(32), response: null },
    metadata: context.metadata,
  });
};

/** Two events to a stream that each client has of its own, at the version it knows. */
const heads = new Map();
const appendTwo = async (client, name = `escrow-${client}`) => {
  const event = { type: 'Released', data: { body } };
  const { nextExpectedStreamVersion } = await emmett.appendToStream(name, [event, event], {
    expectedStreamVersion: heads.get(name) ?? 'STREAM_DOES_NOT_EXIST',
  });
  heads.set(name, nextExpectedStreamVersion);
};
await appendTwo('warm-up');

const measured = [];
for (let round = 0; round < rounds; round += 1) {
  const ready = await escrows(tools, stepsPerRound, clients);
  let next = 0;
  const step = async () => {
    const one = ready[next];
    next += 1;
    if (!one) throw new Error('the scene is too small for this machine');
    await release(one);
  };
  const figures = {};
  const phases = {
    floor: () => rate(clients, sliceMs, floor),
    step: () => rate(clients, sliceMs, step),
    cold: () =>
      rate(
        clients,
        sliceMs,
        post((client) => `fees:${client}`),
      ),
    hot: () =>
      rate(
        clients,
        sliceMs,
        post(() => 'fees'),
      ),
    emmett: () => rate(clients, sliceMs, (client) => appendTwo(client)),
  };
  const names = Object.keys(phases);
  for (const name of [...names.slice(round), ...names.slice(0, round)])
    figures[name] = await phases[name]();
  measured.push(figures);
  console.log(
    `round ${round + 1}: ${Object.entries(figures)
      .map(([name, n]) => `${name} ${Math.round(n)}/s`)
      .join(', ')}`,
  );
}

// The worker begins here: what the rounds left behind is not its lateness.
await app.get(Feed).drain(
  app
    .get(Consumers)
    .all()
    .map(({ name }) => name),
);
await app.get(Sequencer).catchUp();
const worker = spawn(process.execPath, ['dist/server/apps/api/src/worker.js'], {
  stdio: 'ignore',
});
const lags = await lagSamples(tools, release, { perSecond: 500, seconds: 6, clients });
worker.kill('SIGTERM');
await once(worker, 'close');

const {
  rows: [{ total }],
} = await owner.query('select sum(amount)::text as total from ledger.entries');
await emmett.close();
await owner.end();
await app.close();
await pause(50);
console.log(
  `read model behind: p50 ${Math.round(median(lags))} ms over ${lags.length} samples; ledger sum ${total}`,
);
console.log(
  JSON.stringify({
    escrowStep: rounded(ratio(measured, 'step', 'floor')),
    hotAccount: rounded(ratio(measured, 'hot', 'cold')),
    emmett: rounded(ratio(measured, 'step', 'emmett')),
    feedLagP99Ms: Math.round(percentile(lags, 0.99)),
  }),
);
