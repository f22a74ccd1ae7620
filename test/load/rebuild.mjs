// How fast a read model is built anew: facts a second, each of which writes a row of its own.
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { median } from './rounds.mjs';

const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { AppModule } = await built('apps/api/src/app.module.js');
const { readConfig } = await built('apps/api/src/config.js');
const { Rebuilds } = await built('libs/kernel/rebuilds.js');

const events = Number(process.argv[2] ?? 300_000);
const rounds = 3;
const config = readConfig();
const owner = new pg.Client(config.DATABASE_OWNER_URL);
await owner.connect();
await owner.query(
  `insert into record.events (stream, version, id, type, raw, hash)
    select 'escrow-' || gen_random_uuid(), 1, gen_random_uuid(), 'EscrowFunded', json_build_object(
      'data', json_build_object('milestoneId', gen_random_uuid(), 'clientId', gen_random_uuid(),
        'amount', json_build_object('amountMinor', n::text, 'currency', 'INR')),
      'metadata', json_build_object('at', '2026-11-02T00:00:00.000Z', 'correlation', 'bench', 'causation', 'bench',
        'actor', json_build_object('type', 'system', 'id', 'bench')), 'schemaVersion', 1), sha256(n::text::bytea)
      from generate_series(1, ${events}) n`,
);
// The live one has seen everything; it is empty, and that differs.
await owner.query(
  `insert into record.consumers (name, xid, pos) select 'receipts', xid, pos from record.events
    order by xid desc, pos desc limit 1 on conflict (name) do update set xid = excluded.xid, pos = excluded.pos`,
);
await owner.end();

const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: ['error'],
});
const rates = [];
for (let round = 0; round < rounds; round += 1) {
  const done = await app.get(Rebuilds).run('receipts', true, async () => {});
  rates.push(done.eventsPerSecond);
  console.log(`round ${round + 1}: ${done.events} facts, ${done.eventsPerSecond}/s`);
}
console.log(JSON.stringify({ events, eventsPerSecond: median(rates) }));
await app.close();
