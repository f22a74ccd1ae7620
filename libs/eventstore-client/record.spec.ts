import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../kernel/database';
import { testDatabase } from '../../test/support/database';
import { chainHash, sha256 } from './chain';
import { append, readAll, readRaw, readStream } from './postgres';
import {
  KeyReused,
  Overdrawn,
  StaleStream,
  start,
  type Append,
  type Leg,
  type Position,
} from './record';

const metadata = {
  actor: { type: 'system' as const, id: 'test' },
  at: '2026-11-02T00:00:00.000Z',
  correlation: 'c',
  causation: 'c',
};
const noted = (text: string) => ({ type: 'Noted', data: { text } });
const leg = (account: string, amountMinor: bigint): Leg => ({
  account,
  amountMinor,
  currency: 'INR',
  kind: 'test',
});

let database: Database;
let owner: Database;

beforeAll(async () => {
  const { url, ownerUrl } = await testDatabase();
  database = new Database(url);
  owner = new Database(ownerUrl, 4);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await owner.onApplicationShutdown();
});

const write = (what: Partial<Append>) => append(database, { streams: [], metadata, ...what });
const note = (stream: string, expected: number | 'any', ...texts: string[]) =>
  write({ streams: [{ stream, expected, facts: texts.map(noted) }] });

describe('a stream', () => {
  it('keeps its facts in order and refuses a stale writer', async () => {
    const stream = `note-${randomUUID()}`;
    await note(stream, 0, 'one', 'two');
    await expect(note(stream, 1, 'late')).rejects.toThrow(StaleStream);
    await note(stream, 2, 'three');
    const facts = await readStream(database, stream);
    expect(facts.map(({ version, data }) => [version, data])).toEqual([
      [1, { text: 'one' }],
      [2, { text: 'two' }],
      [3, { text: 'three' }],
    ]);
  });

  it('lets commuting writers in side by side without a gap', async () => {
    const stream = `note-${randomUUID()}`;
    await Promise.all(Array.from({ length: 20 }, (_, i) => note(stream, 'any', `n${i}`)));
    const facts = await readStream(database, stream);
    expect(facts.map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  it('is chained over the bytes as stored', async () => {
    const stream = `note-${randomUUID()}`;
    await note(stream, 0, 'घर', 'two');
    let head: Buffer = Buffer.alloc(0);
    for (const event of await readRaw(database, stream, 0, 10)) {
      head = chainHash(head, stream, event.version, event.raw);
      expect(event.hash).toBe(head.toString('hex'));
    }
  });

  it('cannot be changed, not even by its owner', async () => {
    await note(`note-${randomUUID()}`, 0, 'fixed');
    for (const change of ['update record.events set raw = raw', 'delete from record.events'])
      await expect(owner.query(change)).rejects.toThrow('append-only');
    await expect(database.query('delete from record.events')).rejects.toThrow('permission denied');
  });

  it('commits several streams together or not at all', async () => {
    const [a, b] = [`note-${randomUUID()}`, `note-${randomUUID()}`];
    const streams = [
      { stream: a, expected: 0, facts: [noted('a')] },
      { stream: b, expected: 7, facts: [noted('b')] },
    ];
    await expect(write({ streams })).rejects.toThrow(StaleStream);
    expect(await readStream(database, a)).toEqual([]);
  });
});

describe('an intent', () => {
  const intent = (key: string, request: string, response: unknown) => ({
    scope: 'test',
    key,
    request: sha256(request),
    response,
  });

  it('happens once, however often and however simultaneously it is said', async () => {
    const stream = `note-${randomUUID()}`;
    const key = randomUUID();
    const say = (answer: number) =>
      write({
        streams: [{ stream, expected: 'any', facts: [noted('x')] }],
        idempotency: intent(key, 'same', { answer }),
      });
    const answers = await Promise.all([1, 2, 3, 4].map(say));
    const first = answers.find(({ replayed }) => !replayed);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(3);
    expect(new Set(answers.map(({ response }) => JSON.stringify(response))).size).toBe(1);
    expect(first).toBeDefined();
    expect(await readStream(database, stream)).toHaveLength(1);
  });

  it('is refused when its key comes back with another body', async () => {
    const key = randomUUID();
    await write({ idempotency: intent(key, 'one', null) });
    await expect(write({ idempotency: intent(key, 'two', null) })).rejects.toThrow(KeyReused);
  });
});

describe('a journal', () => {
  const post = (...legs: Leg[]) => {
    const fact = noted('money');
    return write({
      streams: [{ stream: `note-${randomUUID()}`, expected: 0, facts: [fact] }],
      journals: [{ cause: fact, legs }],
    });
  };

  it('must sum to zero', async () => {
    const id = randomUUID();
    await expect(post(leg(`wallet:${id}:available`, 5n), leg('gateway:x', -4n))).rejects.toThrow(
      'journal does not sum to zero',
    );
  });

  it('never overdraws a guarded account, and writes nothing when it would', async () => {
    const wallet = `wallet:${randomUUID()}:available`;
    await post(leg(wallet, 10n), leg('gateway:x', -10n));
    await expect(post(leg(wallet, -11n), leg('fees', 11n))).rejects.toThrow(Overdrawn);
    const [row] = await database.query<{ balance: string; version: string }>(
      'select balance, version from ledger.accounts where id = $1',
      [`${wallet}:INR`],
    );
    expect(row).toEqual({ balance: '10', version: '1' });
  });

  it('adds hot accounts up from their legs, before and after they are folded', async () => {
    const wallet = `wallet:${randomUUID()}:available`;
    const held = () =>
      database.query<{ sum: string }>(
        "select ledger.balance_of(a)::text as sum from ledger.accounts a where id = 'gateway:hot:INR'",
      );
    await post(leg(wallet, 10n), leg('gateway:hot', -10n));
    expect(await held()).toEqual([{ sum: '-10' }]);
    await database.query('select ledger.fold_hot()');
    await post(leg(wallet, 5n), leg('gateway:hot', -5n));
    await database.query('select ledger.fold_hot()');
    expect(await held()).toEqual([{ sum: '-15' }]);
  });

  it('counts a leg of a hot account that was under way while others were folded', async () => {
    const wallet = `wallet:${randomUUID()}:available`;
    const [taken, given] = [leg('gateway:late', -10n), leg(wallet, 10n)];
    await post(given, taken);
    await database.transaction(async (sql) => {
      const cause = noted('late');
      const streams = [{ stream: `note-${randomUUID()}`, expected: 0, facts: [cause] }];
      await append(sql, { streams, journals: [{ cause, legs: [given, taken] }], metadata });
      // A transaction that began later ends first.
      await post(leg(`wallet:${randomUUID()}:available`, 1n), leg('gateway:later', -1n));
      await database.query('select ledger.fold_hot()');
    });
    await database.query('select ledger.fold_hot()');
    const rows = await database.query(
      "select ledger.balance_of(a)::text as sum from ledger.accounts a where id = 'gateway:late:INR'",
    );
    expect(rows).toEqual([{ sum: '-20' }]);
  });

  it('counts a leg of a hot account once when two workers fold at the same moment', async () => {
    const wallet = `wallet:${randomUUID()}:available`;
    await post(leg(wallet, 10n), leg('gateway:twice', -10n));
    let second: Promise<unknown> = Promise.resolve();
    await database.transaction(async (sql) => {
      await sql.query('select ledger.fold_hot()');
      second = database.query('select ledger.fold_hot()');
      await pause(100);
    });
    await second;
    const rows = await database.query(
      "select ledger.balance_of(a)::text as sum from ledger.accounts a where id = 'gateway:twice:INR'",
    );
    expect(rows).toEqual([{ sum: '-10' }]);
  });
});

/** Transactions of other tests on the same server hold the horizon back for a moment. */
async function until(done: () => boolean, look: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < 200 && !done(); turn += 1) {
    await look();
    if (!done()) await pause(25);
  }
}

describe('the feed', () => {
  async function seenFrom(after: Position): Promise<string[]> {
    const { events } = await readAll(database, after, 1_000);
    return events.map(({ data }) => (data as { text: string }).text);
  }

  /** A takes its transaction id, B commits a higher one first, A commits last. */
  async function overtake(between: () => Promise<void>): Promise<void> {
    await database.transaction(async (sql) => {
      await sql.query('select pg_current_xact_id()');
      await note(`note-${randomUUID()}`, 0, 'B');
      await between();
      await append(sql, {
        streams: [{ stream: `note-${randomUUID()}`, expected: 0, facts: [noted('A')] }],
        metadata,
      });
    });
  }

  it('delivers an event whose transaction began earlier and committed later', async () => {
    const { upTo: before } = await readAll(database, start, 1_000);
    let after = before;
    const seen: string[] = [];
    const look = async () => {
      const page = await readAll(database, after, 1_000);
      // What other tests wrote may still lie above the horizon when this one begins.
      const texts = page.events.map(({ data }) => (data as { text: string }).text);
      seen.push(...texts.filter((text) => text === 'A' || text === 'B'));
      after = page.upTo;
    };
    await overtake(look);
    expect(seen).toEqual([]);
    await until(() => seen.length === 2, look);
    expect(seen).toEqual(['A', 'B']);
  });

  it('would lose that event to a reader that trusts positions alone', async () => {
    const high = () =>
      database.query<{ pos: string; text: string }>(
        "select pos, raw::json->'data'->>'text' as text from record.events order by pos",
      );
    let checkpoint = BigInt((await high()).at(-1)?.pos ?? 0);
    const seen: string[] = [];
    const look = async () => {
      for (const { pos, text } of await high())
        if (BigInt(pos) > checkpoint) {
          seen.push(text);
          checkpoint = BigInt(pos);
        }
    };
    await database.transaction(async (sql) => {
      const late = { stream: `note-${randomUUID()}`, expected: 0, facts: [noted('A')] };
      await append(sql, { streams: [late], metadata });
      await note(`note-${randomUUID()}`, 0, 'B');
      await look();
    });
    await look();
    expect(seen).toEqual(['B']);
  });

  it('gives every event once, in order, to a reader that pages', async () => {
    const { upTo } = await readAll(database, start, 1_000);
    const stream = `note-${randomUUID()}`;
    await note(stream, 0, ...Array.from({ length: 25 }, (_, i) => `p${i}`));
    let after = upTo;
    const seen: string[] = [];
    const look = async () => {
      const page = await readAll(database, after, 10);
      // Facts of before, that a transaction of somebody else still hid, may come first.
      const own = page.events.filter((event) => event.stream === stream);
      seen.push(...own.map(({ data }) => (data as { text: string }).text));
      after = page.upTo;
    };
    await until(() => seen.length >= 25, look);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `p${i}`));
    expect(await seenFrom(after)).toEqual([]);
  });
});
