// npm run bench:feed -- --events 1000000: many writers whose commits are late and out of order, one
// reader that pages. Every event has to come exactly once. The last line is JSON.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } });
const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { appendTogether, readAll } = await built('libs/eventstore-client/postgres.js');
const { start } = await built('libs/eventstore-client/record.js');
const { Database, sqlOf } = await built('libs/kernel/database.js');

const whole = Number(values.events);
const writers = 8;
const perCommit = 50;
const pageSize = 2_000;
const database = new Database(process.env.DATABASE_URL, 2);
const seen = new Uint8Array(whole);
const metadata = {
  actor: { type: 'system', id: 'feed' },
  at: new Date().toISOString(),
  correlation: 'feed',
  causation: 'feed',
};
let next = 0;
let delayed = 0;
let writing = writers;
const from = performance.now();

await Promise.all([read(), ...Array.from({ length: writers }, (_, at) => write(at))]);
const missed = seen.reduce((count, times) => count + (times === 0 ? 1 : 0), 0);
const twice = seen.reduce((count, times) => count + (times > 1 ? 1 : 0), 0);
await database.onApplicationShutdown();
const seconds = Math.round((performance.now() - from) / 10) / 100;
process.exitCode = missed + twice === 0 ? 0 : 1;
console.log(JSON.stringify({ events: whole, delayedCommits: delayed, missed, twice, seconds }));

/** Takes its place in the order early and commits late, as a transaction with other work does. */
async function write(at) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  while (next < whole) {
    const first = next;
    next = Math.min(whole, next + perCommit);
    const numbers = Array.from({ length: next - first }, (_, one) => first + one);
    const isLate = (first / perCommit + at) % 4 === 0;
    await client.query('begin');
    if (isLate) await client.query('select pg_current_xact_id()');
    await appendTogether(sqlOf(client), numbers.map(noted), true);
    if (isLate) {
      delayed += 1;
      await pause(1 + ((first / perCommit) % 40));
    }
    await client.query('commit');
  }
  await client.end();
  writing -= 1;
}

function noted(number) {
  const fact = { type: 'Noted', data: { number } };
  return { streams: [{ stream: `note-${number}`, expected: 0, facts: [fact] }], metadata };
}

async function read() {
  let position = start;
  for (;;) {
    const isOver = writing === 0;
    const { events, upTo, full } = await readAll(database, position, pageSize);
    for (const { type, data } of events) if (type === 'Noted') seen[data.number] += 1;
    position = upTo;
    if (isOver && !full) return;
    if (!full) await pause(5);
  }
}
