import { append } from '@eventstore/postgres';
import type { Journal, StreamFacts } from '@eventstore/record';
import type { Aggregate } from '@kernel/aggregate';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Rejection } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Wakeups } from '@kernel/wakeups';
import { money } from '@money';
import { randomUUID } from 'node:crypto';
import { moneyOf } from '../../apps/api/src/money/escrow/domain/booking';
import { freeze } from '../../apps/api/src/money/escrow/domain/dispute';
import { escrow, type Escrow } from '../../apps/api/src/money/escrow/domain/escrow';
import type { EscrowEvent } from '../../apps/api/src/money/escrow/domain/escrow.events';
import { hold } from '../../apps/api/src/money/escrow/domain/hold';
import { fundingJournal } from '../../apps/api/src/money/escrow/domain/journals';
import { release } from '../../apps/api/src/money/escrow/domain/release';
import { fund, open } from '../../apps/api/src/money/escrow/domain/work';
import { deposit, observe, requestRefund } from '../../apps/api/src/money/payments/domain/deposit';
import { booked } from '../../apps/api/src/money/payments/domain/journals';
import type { PaymentEvent } from '../../apps/api/src/money/payments/domain/payments.events';
import { bookedAll } from '../../apps/api/src/money/payouts/domain/journals';
import { payout, request } from '../../apps/api/src/money/payouts/domain/payout';
import { testDatabase } from '../support/database';

jest.setTimeout(120_000);

/** Nobody's first write begins before everybody has read and decided. */
class Barrier {
  private waiting = 0;
  private open: () => void = () => undefined;
  private readonly opened = new Promise<void>((done) => (this.open = done));

  constructor(private readonly clients: number) {}

  arrive(): Promise<void> {
    this.waiting += 1;
    if (this.waiting >= this.clients) this.open();
    return this.opened;
  }
}

class Gated extends Database {
  barrier: Barrier | undefined;

  override async query<Row extends object>(
    text: string,
    values?: readonly unknown[],
    name?: string,
  ) {
    const { barrier } = this;
    if (barrier && name === 'record.append') {
      this.barrier = undefined;
      await barrier.arrive();
    }
    return super.query<Row>(text, values, name);
  }
}

const now = new Date('2026-03-02T00:00:00Z');
const amount = money(10_000, 'INR');
const crowds = [2, 8, 32];
let owner: Database;
let databases: Gated[];
let clients: Streams[];

beforeAll(async () => {
  const { url, ownerUrl } = await testDatabase();
  owner = new Database(ownerUrl, 2);
  databases = Array.from({ length: 32 }, () => new Gated(url, 1));
  const context = new RequestContext(new Clock(undefined));
  const quiet = { tell: () => undefined } as unknown as Wakeups;
  clients = databases.map((database) => new Streams(database, context, quiet));
});
afterAll(async () => {
  for (const one of [owner, ...databases]) await one.onApplicationShutdown();
});

type Attempt = (streams: Streams, at: number) => Promise<unknown>;

/** All at once, each in a process of its own; how many went through. Any other end is an error. */
async function atOnce(count: number, attempt: Attempt): Promise<number> {
  const barrier = new Barrier(count);
  for (const database of databases.slice(0, count)) database.barrier = barrier;
  const ends = await Promise.allSettled(
    clients.slice(0, count).map((streams, at) =>
      attempt(streams, at).catch((error: unknown) => {
        // Who has nothing to write does not come to the barrier.
        void barrier.arrive();
        throw error;
      }),
    ),
  );
  for (const end of ends)
    if (end.status === 'rejected' && !(end.reason instanceof Rejection)) throw end.reason;
  for (const database of databases) database.barrier = undefined;
  return ends.filter(({ status }) => status === 'fulfilled').length;
}

const first = () => clients[0] as Streams;

async function give(account: string, minor: bigint): Promise<void> {
  const fact = { type: 'Given', data: {} };
  const leg = (to: string, amountMinor: bigint) =>
    ({ account: to, amountMinor, currency: 'INR', kind: 'test' }) as const;
  const metadata = {
    actor: { type: 'system' as const, id: 'race' },
    ...{ at: now.toISOString(), correlation: 'c', causation: 'c' },
  };
  const streams = [{ stream: `given-${randomUUID()}`, expected: 0, facts: [fact] }];
  const legs = [leg('suspense', -minor), leg(account, minor)];
  await append(owner, { streams, journals: [{ cause: fact, legs }], metadata });
}

const act =
  (id: string, decide: (state: Escrow) => EscrowEvent[]): Attempt =>
  (streams) =>
    streams.decide(escrow, id, (state) => {
      const facts = decide(state);
      return { facts, ...moneyOf(id, facts) };
    });

const milestones = ['one', 'two'].map((name) => ({ id: name, amount, days: 1 }));
const fees = { id: 'r', clientFeeBps: 300, providerFeeBps: 1_000, taxBps: 1_800 };

async function fundedEscrow(): Promise<string> {
  const id = randomUUID();
  const terms = {
    clientId: `c${id}`,
    providerId: `p${id}`,
    fees,
    termsVersion: '1',
    reviewDays: 14,
  };
  await first().decide(escrow, id, (state) => ({ facts: [open(state, { ...terms, milestones })] }));
  await give(`wallet:c${id}:available`, 10_354n * 2n);
  for (const { id: milestoneId } of milestones)
    await first().decide(escrow, id, (state) => {
      const fact = fund(state, `c${id}`, { milestoneId, depositId: randomUUID(), now });
      return { facts: [fact], journals: [fundingJournal(id, fact)] };
    });
  return id;
}

const pay = (id: string) =>
  act(id, (state) => release(state, `c${id}`, { milestoneId: 'one', amount }));
const stop = (id: string) =>
  act(id, (state) => [
    freeze(state, `c${id}`, { disputeId: randomUUID(), milestoneIds: ['one'], now }),
  ]);
const keep = (id: string) =>
  act(id, (state) => [
    hold(state, {
      ...{ holdId: randomUUID(), milestoneIds: ['one'], reason: 'suspected_fraud', heldBy: 'x' },
      until: now.toISOString(),
    }),
  ]);

async function balance(account: string): Promise<bigint> {
  const [row] = await owner.query<{ balance: string }>(
    'select balance from ledger.accounts where id = $1',
    [`${account}:INR`],
  );
  return BigInt(row?.balance ?? 0);
}

async function typesOf(stream: string): Promise<string[]> {
  const rows = await owner.query<{ type: string; version: string }>(
    'select type, version from record.events where stream = $1 order by version',
    [stream],
  );
  expect(rows.map(({ version }) => Number(version))).toEqual(rows.map((_, at) => at + 1));
  return rows.map(({ type }) => type);
}

describe.each(crowds)('%i at once on one escrow', (count) => {
  it('release a milestone one time', async () => {
    const id = await fundedEscrow();
    expect(await atOnce(count, pay(id))).toBe(1);
    expect(await balance(`escrow:${id}`)).toBe(10_000n);
    expect(await balance(`wallet:p${id}:available`)).toBe(8_820n);
  });

  it.each([
    ['a dispute', stop, 'EscrowFrozen'],
    ['a hold', keep, 'EscrowHeld'],
  ])('release it before %s or not at all', async (_, other, said) => {
    const id = await fundedEscrow();
    await atOnce(count, (streams, at) => (at % 2 === 0 ? pay(id) : other(id))(streams, at));
    const types = (await typesOf(`escrow-${id}`)).slice(3);
    const paidAt = types.indexOf('EscrowReleased');
    if (paidAt >= 0) expect(types.slice(0, paidAt)).not.toContain(said);
    else expect(types).toContain(said);
    expect(await balance(`escrow:${id}`)).toBe(paidAt >= 0 ? 10_000n : 20_000n);
  });
});

describe.each(crowds)('%i at once on money that is there once', (count) => {
  it('send back at most what came in', async () => {
    const id = randomUUID();
    const initiated = {
      ...{ depositId: id, clientId: `c${id}`, contractId: 'k', milestoneId: 'm', amount },
      ...{ gateway: 'razorpay' as const, gatewayOrderId: 'o' },
    };
    const opened: PaymentEvent = { type: 'DepositInitiated', data: initiated };
    const captured = { id: 'pay', status: 'captured' as const, amount, method: 'card', code: '' };
    await first().decide(deposit, id, () => ({ facts: [opened] }));
    await first().decide(deposit, id, (state) => {
      const facts = observe(state, captured);
      return { facts, ...carried(facts.map(booked)) };
    });
    const part = money(4_000, 'INR');
    const through = await atOnce(count, (streams) =>
      streams.decide(deposit, id, (state) => {
        const wish = { refundId: randomUUID(), amount: part, reason: '' };
        const fact = requestRefund(state, `c${id}`, wish);
        return { facts: [fact], ...booked(fact) };
      }),
    );
    expect(through).toBe(2);
    expect(await balance(`wallet:c${id}:available`)).toBe(2_000n);
    expect(await balance(`wallet:c${id}:held`)).toBe(8_000n);
  });

  it('pay out at most what a wallet has', async () => {
    const who = randomUUID();
    await give(`wallet:${who}:available`, 10_000n);
    const to = {
      id: 'b',
      providerId: who,
      state: 'verified',
      createdAt: new Date(0),
      isChange: false,
    };
    const through = await atOnce(count, (streams) => {
      const payoutId = randomUUID();
      return streams.decide(payout, payoutId, () => {
        const facts = request(who, { payoutId, amount: money(6_000, 'INR'), to, now });
        return { facts, ...bookedAll(facts) };
      });
    });
    expect(through).toBe(1);
    expect(await balance(`wallet:${who}:available`)).toBe(4_000n);
  });

  it('happen once under one key, and answer the same', async () => {
    const id = randomUUID();
    const intent = { scope: 'race', key: id, request: { id } };
    const answers = new Set<unknown>();
    const counter: Aggregate<number, { type: 'Counted'; data: object }> = {
      ...{ category: 'count', initial: 0 },
      evolve: (state) => state + 1,
    };
    const through = await atOnce(count, async (streams, at) => {
      const counted = { type: 'Counted' as const, data: {} };
      answers.add(
        await streams.decide(
          counter,
          id,
          () => ({ facts: [counted], answer: `from ${String(at)}` }),
          {
            intent,
          },
        ),
      );
    });
    expect(through).toBe(count);
    expect(answers.size).toBe(1);
    expect(await typesOf(`count-${id}`)).toEqual(['Counted']);
  });
});

const carried = (
  all: readonly { journals: readonly Journal[]; elsewhere: readonly StreamFacts[] }[],
) => ({
  journals: all.flatMap(({ journals }) => journals),
  elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
});
