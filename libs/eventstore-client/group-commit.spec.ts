import { randomUUID } from 'node:crypto';
import { Database } from '../kernel/database';
import { testDatabase } from '../../test/support/database';
import { sha256 } from './chain';
import { GroupCommit } from './group-commit';
import { readStream } from './postgres';
import { Overdrawn, StaleStream, type Append } from './record';

const metadata = {
  actor: { type: 'system' as const, id: 'test' },
  at: '2026-11-02T00:00:00.000Z',
  correlation: 'c',
  causation: 'c',
};

let database: Database;

beforeAll(async () => {
  database = new Database((await testDatabase()).url);
});
afterAll(() => database.onApplicationShutdown());

/** A payment of so much from the gateway to a wallet of its own, or out of it. */
function payment(wallet: string, amountMinor: bigint, idempotency?: Append['idempotency']): Append {
  const cause = { type: 'Paid', data: { wallet } };
  const leg = (account: string, amount: bigint) => ({
    account,
    amountMinor: amount,
    currency: 'INR' as const,
    kind: 'test',
  });
  return {
    streams: [{ stream: `wallet-${wallet}-INR`, expected: 'any', facts: [cause] }],
    journals: [
      {
        cause,
        legs: [leg('gateway:test', -amountMinor), leg(`wallet:${wallet}:available`, amountMinor)],
      },
    ],
    idempotency,
    metadata,
  };
}

const xidsOf = async (wallets: string[]) => {
  const streams = await Promise.all(
    wallets.map((wallet) => readStream(database, `wallet-${wallet}-INR`)),
  );
  return streams.flat().map(({ position }) => position.xid);
};

const balance = async (wallet: string) => {
  const rows = await database.query<{ balance: string }>(
    'select balance from ledger.accounts where id = $1',
    [`wallet:${wallet}:available:INR`],
  );
  return rows[0]?.balance;
};

describe('commands that arrive together', () => {
  it('share few transactions, and each has its own facts and money', async () => {
    const group = new GroupCommit(database);
    const wallets = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all(wallets.map((wallet, n) => group.append(payment(wallet, BigInt(n + 1)))));
    const xids = await xidsOf(wallets);
    expect(xids).toHaveLength(12);
    expect(new Set(xids).size).toBeLessThanOrEqual(2);
    expect(await Promise.all(wallets.map(balance))).toEqual(wallets.map((_, n) => String(n + 1)));
  });

  it('are each answered with their own answer', async () => {
    const group = new GroupCommit(database);
    const keys = [1, 2, 3].map((paid) => ({
      ...{ scope: 'test', key: randomUUID(), request: sha256('x'), response: { paid } },
    }));
    const answers = await Promise.all(
      keys.map((key) => group.append(payment(randomUUID(), 1n, key))),
    );
    expect(answers.map(({ response }) => response)).toEqual([
      { paid: 1 },
      { paid: 2 },
      { paid: 3 },
    ]);
  });

  it('keep the running balance of a wallet that several of them touch', async () => {
    const group = new GroupCommit(database);
    const wallet = randomUUID();
    await Promise.all([5n, 7n, 11n].map((amount) => group.append(payment(wallet, amount))));
    const legs = await database.query<{ account_version: string; balance: string }>(
      `select account_version, balance from ledger.entries where account = $1 order by id`,
      [`wallet:${wallet}:available:INR`],
    );
    expect(legs.map((leg) => leg.account_version)).toEqual(['1', '2', '3']);
    expect(legs.at(-1)?.balance).toBe('23');
    const facts = await readStream(database, `wallet-${wallet}-INR`);
    expect(facts.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('do not answer for each other: the overdrawn and the stale are refused alone', async () => {
    const group = new GroupCommit(database);
    const [one, two, poor, late] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const stale = payment(late, 3n);
    const outcomes = await Promise.allSettled([
      group.append(payment(one, 5n)),
      group.append(payment(poor, -5n)),
      group.append({ ...stale, streams: [{ ...stale.streams[0]!, expected: 9 }] }),
      group.append(payment(two, 6n)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(Overdrawn);
    expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(StaleStream);
    expect(await Promise.all([one, two, poor, late].map(balance))).toEqual([
      '5',
      '6',
      undefined,
      undefined,
    ]);
  });

  it('do not fall with one whose amount no account can hold', async () => {
    const group = new GroupCommit(database);
    const wallets = Array.from({ length: 4 }, () => randomUUID());
    const amounts = [5n, 10n ** 30n, 6n, 7n];
    await Promise.allSettled(
      wallets.map((wallet, place) => group.append(payment(wallet, amounts[place] ?? 0n))),
    );
    expect(await Promise.all(wallets.map(balance))).toEqual(['5', undefined, '6', '7']);
  });

  it('move money once for a key that two of them carry, and answer both alike', async () => {
    const group = new GroupCommit(database);
    const wallet = randomUUID();
    const key = { scope: 'test', key: randomUUID(), request: sha256('x'), response: { paid: 5 } };
    const answers = await Promise.all([
      group.append(payment(wallet, 5n, key)),
      group.append(payment(wallet, 5n, key)),
      group.append(payment(randomUUID(), 1n)),
    ]);
    expect(answers.slice(0, 2).map(({ response }) => response)).toEqual([{ paid: 5 }, { paid: 5 }]);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(1);
    expect(await balance(wallet)).toBe('5');
  });
});
