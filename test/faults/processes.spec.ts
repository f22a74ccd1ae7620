import { setTimeout as pause } from 'node:timers/promises';
import { moneyFaults, unrest } from '../journeys/questions';
import { MoneyJourney } from './money-journey';
import { Outside } from './outside';
import { OwnStack, type Part } from './own-stack';

jest.setTimeout(240_000);

let stack: OwnStack;
let undisturbed: string[];
beforeAll(async () => {
  stack = await OwnStack.start();
});
afterAll(() => stack.stop());

/** Everything that listens has listened, every queue is empty. */
async function quiet(): Promise<void> {
  for (;;) {
    const [row] = await stack.rows<{ behind: number; waiting: number }>(unrest);
    if (row?.behind === 0 && row.waiting === 0) return;
    await pause(200);
  }
}

/**
 * What both parties of a journey were told by mail, without what differs between journeys. A mail
 * that had left when the database died leaves again under its own Message-ID; readers see one.
 */
async function mailsOf({ client, provider }: MoneyJourney, name: string): Promise<string[]> {
  await quiet();
  const outside = new Outside(stack.sandbox);
  const [mine, theirs] = await Promise.all([
    outside.mailsTo(client.email),
    outside.mailsTo(provider.email),
  ]);
  const once = new Map([...mine, ...theirs].map((mail) => [mail.messageId, mail.subject]));
  return [...once.values()].map((subject) => subject.replaceAll(name, 'it')).sort();
}

async function faultsOfMoney(): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, sql] of Object.entries(moneyFaults))
    if ((await stack.rows(sql)).length > 0) faults.push(name);
  return faults;
}

describe('money on its way', () => {
  it('arrives when nothing disturbs it', async () => {
    const journey = new MoneyJourney(stack, 'calm');
    await journey.agree();
    await journey.moveMoney((work) => work());
    undisturbed = await mailsOf(journey, 'calm');
    expect(undisturbed.length).toBeGreaterThan(4);
    expect(await faultsOfMoney()).toEqual([]);
  });

  it.each<Part>(['api', 'worker', 'database'])(
    'arrives although the %s is killed whenever it moves',
    async (part) => {
      const journey = new MoneyJourney(stack, part);
      await journey.agree();
      let at = 0;
      await journey.moveMoney(async (work) => {
        // At another moment of the step each time: at once, while it runs, when it has just ended.
        const after = [5, 30, 90][at++ % 3] ?? 0;
        await Promise.all([work(), pause(after).then(() => stack.kill(part))]);
      });
      expect(at).toBe(3);
      await nothingIsLost(journey);
      expect(await mailsOf(journey, part)).toEqual(undisturbed);
      expect(await faultsOfMoney()).toEqual([]);
    },
  );
});

async function nothingIsLost({ client, provider, acknowledged }: MoneyJourney): Promise<void> {
  const { contractId = '', depositId = '', payoutId = '' } = acknowledged;
  const read = async (who: typeof client, path: string) => (await who.insist('GET', path)).body;
  expect(
    await client.until(`/api/contracts/${contractId}`, ({ state }) => state === 'completed'),
  ).toMatchObject({
    released: { amountMinor: '2000000' },
    held: { amountMinor: '0' },
  });
  expect(await read(client, `/api/payments/deposits/${depositId}`)).toMatchObject({
    state: 'captured',
  });
  expect(await read(provider, `/api/payouts/${payoutId}`)).toMatchObject({ state: 'paid' });
  expect(await read(provider, '/api/wallet')).toMatchObject({
    balances: [{ available: { amountMinor: '0' }, held: { amountMinor: '0' } }],
  });
  const [moved] = await stack.rows<{ funded: number; released: number; paid: number }>(
    `select count(*) filter (where type = 'EscrowFunded')::int as funded,
        count(*) filter (where type = 'EscrowReleased')::int as released,
        count(*) filter (where type = 'PayoutPaid')::int as paid
      from record.events where stream in ('escrow-' || $1, 'payout-' || $2)`,
    [contractId, payoutId],
  );
  expect(moved).toEqual({ funded: 1, released: 1, paid: 1 });
}

describe('a database that is gone', () => {
  interface Seen {
    readonly ms: number;
    readonly status: number;
    readonly retryAfter: string | null;
    readonly code: unknown;
  }

  async function look(path: string): Promise<Seen> {
    const from = performance.now();
    const response = await fetch(stack.api + path);
    const text = await response.text();
    return {
      ms: performance.now() - from,
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      code: text.startsWith('{') ? (JSON.parse(text) as { code?: unknown }).code : undefined,
    };
  }

  it('is answered with 503 within two seconds; the api lives on and recovers by itself', async () => {
    const api = stack.pidOf('api');
    const seen = { api: [] as Seen[], ready: [] as Seen[], live: [] as Seen[] };
    stack.kill('database');
    const gone = Date.now();
    while (Date.now() - gone < 30_000) {
      const [jobs, ready, live] = await Promise.all(
        ['/api/search/jobs?q=booking', '/health/ready', '/health/live'].map(look),
      );
      if (jobs) seen.api.push(jobs);
      if (ready) seen.ready.push(ready);
      if (live) seen.live.push(live);
      if (
        jobs?.status === 200 &&
        ready?.status === 200 &&
        seen.api.some(({ status }) => status === 503)
      )
        break;
      await pause(50);
    }
    const refused = seen.api.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['server.database_gone']));
    expect(refused.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(new Set(seen.api.map(({ status }) => status))).toEqual(new Set([200, 503]));
    expect(seen.ready.some(({ status }) => status === 503)).toBe(true);
    expect(new Set(seen.live.map(({ status }) => status))).toEqual(new Set([200]));
    const slowest = Math.max(...Object.values(seen).flatMap((all) => all.map(({ ms }) => ms)));
    expect(slowest).toBeLessThan(2_000);
    expect(stack.pidOf('api')).toBe(api);
    expect(seen.api.at(-1)?.status).toBe(200);
  });
});
