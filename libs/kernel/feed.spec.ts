import { append } from '@eventstore/postgres';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase } from '../../test/support/database';
import { Clock } from './clock';
import type { Consumer, Consumers } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Feed } from './feed';
import { Wakeups } from './wakeups';

let database: Database;
let wakeups: Wakeups;
const context = new RequestContext(new Clock(undefined));

beforeEach(async () => {
  database = new Database((await freshDatabase()).url);
  wakeups = new Wakeups(database);
});
afterEach(async () => {
  await wakeups.onApplicationShutdown();
  await database.onApplicationShutdown();
});

/** In one transaction: nothing that runs beside it comes between them. */
const tell = (...texts: string[]) => {
  const facts = texts.map((text) => ({ type: 'Noted', data: { text } }));
  return append(database, {
    streams: [{ stream: `note-${randomUUID()}`, expected: 0, facts }],
    metadata: context.metadata,
  });
};

const consumer = (
  kind: Consumer['kind'],
  see: (text: string) => void | Promise<void>,
): Consumer => ({
  name: `test-${kind}`,
  kind,
  on: { Noted: async (noted) => see((noted as { text: string }).text) },
});

const feedOf = (...all: Consumer[]) =>
  new Feed(database, { all: () => all } as unknown as Consumers, context, wakeups);

describe('the feed', () => {
  it('brings every fact to a consumer once, also after a restart', async () => {
    const seen: string[] = [];
    const policy = consumer('policy', (text) => void seen.push(text));
    await tell('one');
    await feedOf(policy).drain();
    await tell('two');
    await feedOf(policy).drain();
    expect(seen).toEqual(['one', 'two']);
  });

  it('stops a consumer at the fact it cannot take, says why, and goes on from there', async () => {
    const seen: string[] = [];
    let broken = true;
    const policy = consumer('policy', (text) => {
      if (text === 'two' && broken) throw new Error('cannot take two');
      seen.push(text);
    });
    const feed = feedOf(policy);
    for (const text of ['one', 'two', 'three']) await tell(text);
    await feed.drain();
    expect(seen).toEqual(['one']);
    const [row] = await database.query<{ error: string }>('select error from record.consumers');
    expect(row?.error).toBe('cannot take two');
    broken = false;
    await feedOf(policy).drain();
    expect(seen).toEqual(['one', 'two', 'three']);
  });

  it('undoes the page of a projection that fails in the middle', async () => {
    const rows = () => database.query('select from record.timers');
    const projection: Consumer = {
      name: 'test-rows',
      kind: 'projection',
      on: {
        Noted: async (noted, _, sql) => {
          const { text } = noted as { text: string };
          await sql.query(
            `insert into record.timers (kind, key, due_at, payload) values ('t', $1, now(), '{}')`,
            [text],
          );
          if (text === 'two') throw new Error('no');
        },
      },
    };
    await tell('one', 'two');
    await feedOf(projection).drain();
    expect(await rows()).toHaveLength(0);
  });

  it('is carried by one process at a time, and by the next when that one ends', async () => {
    const seen: string[] = [];
    const policy = consumer('policy', (text) => void seen.push(text));
    const [first, second] = [feedOf(policy), feedOf(policy)];
    await wakeups.listen();
    first.follow();
    second.follow();
    for (const text of ['one', 'two', 'three']) await tell(text);
    await until(() => seen.length === 3);
    await first.onApplicationShutdown();
    await tell('four');
    await until(() => seen.length === 4);
    await second.onApplicationShutdown();
    expect(seen).toEqual(['one', 'two', 'three', 'four']);
  });
});

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !done(); turn += 1) await pause(25);
}
