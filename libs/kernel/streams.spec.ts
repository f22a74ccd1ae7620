import type { Fact } from '@eventstore/record';
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '../../test/support/database';
import type { Aggregate } from './aggregate';
import { Clock } from './clock';
import { RequestContext } from './context';
import { Database } from './database';
import { reject, type Rejection } from './reject';
import { Streams } from './streams';
import { Wakeups } from './wakeups';

interface Put extends Fact<'Put', { amount: number }> {
  readonly type: 'Put';
}

const jar: Aggregate<number, Put> = {
  category: 'jar',
  initial: 0,
  evolve: (total, { data }) => total + data.amount,
};
const most = 10;
const put = (amount: number) => (total: number) => {
  if (total + amount > most) reject('money.overdrawn');
  return { facts: [{ type: 'Put' as const, data: { amount } }], answer: { total: total + amount } };
};

let database: Database;
let wakeups: Wakeups;
let here: Streams;
let there: Streams;

beforeAll(async () => {
  database = new Database((await freshDatabase()).url);
  wakeups = new Wakeups(database);
  const context = new RequestContext(new Clock(undefined));
  [here, there] = [
    new Streams(database, context, wakeups),
    new Streams(database, context, wakeups),
  ];
});
afterAll(async () => {
  await wakeups.onApplicationShutdown();
  await database.onApplicationShutdown();
});

const code = (error: unknown) => (error as Rejection).code;

describe('a command on a stream', () => {
  it('decides on what another process has written meanwhile', async () => {
    const id = randomUUID();
    await here.decide(jar, id, put(4));
    await there.decide(jar, id, put(4));
    await expect(here.decide(jar, id, put(4)).catch(code)).resolves.toBe('money.overdrawn');
    expect(await here.read(jar, id)).toBe(8);
  });

  it('is never silent because of a state that another process has changed', async () => {
    const id = randomUUID();
    await here.decide(jar, id, put(1));
    await there.decide(jar, id, put(1));
    await here.decide(jar, id, (inside) => (inside === 2 ? put(3)(inside) : { facts: [] }));
    expect(await there.read(jar, id)).toBe(5);
  });

  it('never lets two at once through where only one fits', async () => {
    const id = randomUUID();
    const tries = await Promise.allSettled(
      [here, there, here, there].map((streams) => streams.decide(jar, id, put(6))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await there.read(jar, id)).toBe(6);
  });

  it('answers a repeated intent with its first answer, though the rule would say no now', async () => {
    const id = randomUUID();
    const intent = { scope: 'test', key: randomUUID(), request: { id, amount: 7 } };
    const first = await here.decide(jar, id, put(7), { intent });
    expect(await there.decide(jar, id, put(7), { intent })).toEqual(first);
    const other = { ...intent, request: { id, amount: 1 } };
    await expect(here.decide(jar, id, put(1), { intent: other }).catch(code)).resolves.toBe(
      'request.idempotency_key_reused',
    );
    expect(await here.read(jar, id)).toBe(7);
  });

  it('writes rows of its own with the facts, or neither', async () => {
    const id = randomUUID();
    const also = () => Promise.reject(new Error('the row does not fit'));
    await expect(here.decide(jar, id, put(1), { also })).rejects.toThrow('the row does not fit');
    expect(await there.read(jar, id)).toBe(0);
    const intent = { scope: 'test', key: randomUUID(), request: id };
    let rows = 0;
    const count = () => Promise.resolve(void (rows += 1));
    await here.decide(jar, id, put(1), { intent, also: count });
    await there.decide(jar, id, put(1), { intent, also: count });
    expect(rows).toBe(1);
  });
});
