import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../kernel/database';
import { KurrentPeer } from '../../test/support/kurrent-peer';
import { testDatabase } from '../../test/support/database';
import { NotPromised, type EventStore } from './event-store';
import { Diverged, KurrentStore } from './kurrentdb';
import { append, readRaw } from './postgres';
import { PostgresStore } from './postgres-store';
import { start, StaleStream, type Position, type Recorded } from './record';

const metadata = {
  actor: { type: 'system' as const, id: 'test' },
  at: '2026-11-02T00:00:00.000Z',
  correlation: 'c',
  causation: 'c',
};
const noted = (text: string) => ({ type: 'Noted', data: { text } });
const written = (stream: string, expected: number | 'any', ...texts: string[]) => ({
  streams: [{ stream, expected, facts: texts.map(noted) }],
  metadata,
});
const fresh = () => `note-${randomUUID()}`;
const texts = (events: readonly Recorded[]) =>
  events.map(({ data }) => (data as { text: string }).text);

let database: Database;
let peer: KurrentPeer;
let kurrent: KurrentStore;
const stores: Record<string, () => EventStore> = {
  PostgreSQL: () => new PostgresStore(database),
  KurrentDB: () => kurrent,
};

beforeAll(async () => {
  database = new Database((await testDatabase()).url);
  peer = new KurrentPeer();
  kurrent = new KurrentStore(await peer.start());
});
afterAll(async () => {
  await kurrent.close();
  peer.stop();
  await database.onApplicationShutdown();
});

describe.each(Object.keys(stores))('a store on %s', (name) => {
  let store: EventStore;
  beforeAll(() => (store = stores[name]!()));

  it('keeps the facts of a stream in order, with what stands beside them', async () => {
    const stream = fresh();
    await store.append(written(stream, 0, 'one', 'two'));
    await store.append(written(stream, 2, 'three'));
    const events = await store.readStream(stream);
    expect(events.map(({ version, type }) => [version, type])).toEqual([
      [1, 'Noted'],
      [2, 'Noted'],
      [3, 'Noted'],
    ]);
    expect(texts(events)).toEqual(['one', 'two', 'three']);
    expect(events[0]).toMatchObject({ stream, metadata, schemaVersion: 1 });
    expect(texts(await store.readStream(stream, 2))).toEqual(['three']);
    expect(await store.readStream(fresh())).toEqual([]);
  });

  it('refuses a stale writer and writes nothing of it', async () => {
    const stream = fresh();
    await store.append(written(stream, 0, 'one'));
    await expect(store.append(written(stream, 0, 'again'))).rejects.toThrow(StaleStream);
    await expect(store.append(written(stream, 2, 'early'))).rejects.toThrow(StaleStream);
    await store.append(written(stream, 'any', 'two'));
    expect(texts(await store.readStream(stream))).toEqual(['one', 'two']);
  });

  it('lets one of many who expect the same version through', async () => {
    const stream = fresh();
    const all = ['a', 'b', 'c', 'd'].map((text) => store.append(written(stream, 0, text)));
    const ends = await Promise.allSettled(all);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('reads everything once, in order, page by page', async () => {
    const own = [fresh(), fresh()];
    for (let turn = 0; turn < 5; turn += 1)
      for (const stream of own) await store.append(written(stream, turn, `${turn}`));
    const seen: Recorded[] = [];
    let position: Position = start;
    const mine = () => seen.filter(({ stream }) => own.includes(stream));
    // While somebody else's older transaction runs, what came after it waits.
    await until(async () => {
      const page = await store.readAll(position, 3);
      expect(page.events.length).toBeLessThanOrEqual(3);
      seen.push(...page.events);
      position = page.upTo;
      return !page.full && mine().length >= 10;
    });
    expect(mine()).toHaveLength(10);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    for (const stream of own)
      expect(
        mine()
          .filter((one) => one.stream === stream)
          .map(({ version }) => version),
      ).toEqual([1, 2, 3, 4, 5]);
    expect((await store.readAll(position, 3)).events).toEqual([]);
  });

  it('brings what was and what comes, until it is stopped', async () => {
    const stream = fresh();
    await store.append(written(stream, 0, 'before'));
    const heard: string[] = [];
    const take = (event: Recorded) => {
      if (event.stream === stream) heard.push(...texts([event]));
      return Promise.resolve();
    };
    const failed = jest.fn();
    const subscription = store.subscribe(start, take, failed);
    await until(() => heard.length === 1);
    await store.append(written(stream, 1, 'after'));
    await until(() => heard.length === 2);
    await subscription.stop();
    await store.append(written(stream, 2, 'late'));
    await pause(60);
    expect(heard).toEqual(['before', 'after']);
    expect(failed).not.toHaveBeenCalled();
  });

  it('says why a subscription ended', async () => {
    const stream = fresh();
    await store.append(written(stream, 0, 'bad'));
    const failed = jest.fn();
    const take = () => Promise.reject(new Error('cannot take it'));
    const subscription = store.subscribe(start, take, failed);
    await until(() => failed.mock.calls.length === 1);
    await subscription.stop();
    expect(failed).toHaveBeenCalledTimes(1);
  });
});

describe('KurrentDB', () => {
  const copied = async (stream: string) => {
    for (const raw of await readRaw(database, stream, 0, 100)) await kurrent.copy(raw);
  };

  it('holds the record as it is, and twice is once', async () => {
    const stream = fresh();
    await append(database, written(stream, 0, 'one', 'two ☂'));
    await copied(stream);
    await copied(stream);
    const there = await kurrent.readStream(stream);
    const here = await new PostgresStore(database).readStream(stream);
    const plain = (events: Recorded[]) => events.map(({ position: _, ...event }) => event);
    expect(plain(there)).toEqual(plain(here));
    const raws = (await readRaw(database, stream, 0, 100)).map(({ raw }) => raw);
    const kept = peer.log.filter((one) => one.stream === stream);
    expect(kept.map(({ data }) => Buffer.from(data).toString())).toEqual(raws);
  });

  it('takes an event once when the answer was lost', async () => {
    const stream = fresh();
    await append(database, written(stream, 0, 'one'));
    peer.loseNextAnswer = true;
    await expect(copied(stream)).rejects.toThrow();
    await copied(stream);
    expect(await kurrent.readStream(stream)).toHaveLength(1);
  });

  it('is left alone when somebody else writes where the record belongs', async () => {
    const stream = fresh();
    await append(database, written(stream, 0, 'ours'));
    peer.put(stream, randomUUID(), { data: { text: 'theirs' } });
    await expect(copied(stream)).rejects.toThrow(Diverged);
  });

  it('keeps its own streams to itself', async () => {
    peer.put('$settings', randomUUID(), { any: 'thing' });
    const { events } = await kurrent.readAll(start, 10_000);
    expect(events.filter(({ stream }) => stream.startsWith('$'))).toEqual([]);
  });

  it('promises no journals, no answers and no two streams at once', async () => {
    const one = written(fresh(), 0, 'one');
    const two = { ...one, streams: [...one.streams, ...written(fresh(), 0, 'two').streams] };
    await expect(kurrent.append(two)).rejects.toThrow(NotPromised);
    const answer = { scope: 's', key: 'k', request: Buffer.alloc(1), response: null };
    await expect(kurrent.append({ ...one, idempotency: answer })).rejects.toThrow(NotPromised);
    const [fact] = one.streams[0]!.facts;
    const journals = [{ cause: fact!, legs: [] }];
    await expect(kurrent.append({ ...one, journals })).rejects.toThrow(NotPromised);
  });
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    expect(tries).toBeLessThan(1_000);
    await pause(10);
  }
}
