import Razorpay from 'razorpay';
import { authorization, createWorld, pause, secrets, until, type World } from '../testing/world';
import type { FundAccount, Payout, Validation } from './entities';

let world: World;
let account: FundAccount;

beforeEach(async () => {
  world = await createWorld();
  account = await addAccount('50100123456789');
});
afterEach(async () => {
  await world.stop();
});

/** The SDK has no payouts; this is the REST API as it is. */
async function call<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
  const headers = {
    authorization,
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'x-payout-idempotency': key }),
  };
  const url = `${world.url}/razorpay/v1${path}`;
  const sent = body ? JSON.stringify(body) : null;
  return (await fetch(url, { method, headers, body: sent })).json() as Promise<T>;
}

async function addAccount(number: string): Promise<FundAccount> {
  const { id } = await call<{ id: string }>('POST', '/contacts', { name: 'Nadia Hassan' });
  const bank = { name: 'Nadia Hassan', ifsc: 'HDFC0000053', account_number: number };
  const fields = { contact_id: id, account_type: 'bank_account', bank_account: bank };
  return call<FundAccount>('POST', '/fund_accounts', fields);
}

const body = (more: object = {}) => ({
  account_number: '2323230041626905',
  fund_account_id: account.id,
  amount: 3_528_000,
  currency: 'INR',
  mode: 'IMPS',
  purpose: 'payout',
  reference_id: 'payout-1',
  ...more,
});

const pay = (key: string, more: object = {}) =>
  call<Payout & { error?: { description: string } }>('POST', '/payouts', body(more), key);
const script = (behaviour: object) => world.send('PUT', '/api/payouts/behaviour', behaviour);
const events = () => world.hooks.map(({ event }) => event);

async function balances(): Promise<Record<string, number>> {
  const { items } = await world.get<{ items: { number: string; balance: number }[] }>(
    '/api/bank/accounts',
  );
  return Object.fromEntries(items.map(({ number, balance }) => [number, balance]));
}

describe('a payout', () => {
  it('goes from processing to processed, with a bank reference and a signed webhook', async () => {
    await script({ stepMs: 50 });
    const payout = await pay('key-0001');
    expect(payout).toMatchObject({ status: 'processing', utr: null, amount: 3_528_000 });
    const { body: raw, signature } = await until(() => world.hooks[0]);
    expect(Razorpay.validateWebhookSignature(raw, signature, secrets.webhook)).toBe(true);
    const now = await call<Payout>('GET', `/payouts/${payout.id}`);
    expect(now.status).toBe('processed');
    expect(now.utr).toMatch(/^SBX\d+/);
    expect((await balances())['50100123456789']).toBe(3_528_000);
  });

  it('is the same payout for the same key and body, whatever the order of the fields', async () => {
    const first = await pay('key-0001');
    const reordered = Object.fromEntries(Object.entries(body()).reverse());
    const again = await call<Payout>('POST', '/payouts', reordered, 'key-0001');
    expect(again.id).toBe(first.id);
    expect((await call<{ count: number }>('GET', '/payouts')).count).toBe(1);
  });

  it('is refused for the same key and another body', async () => {
    await pay('key-0001');
    const other = await pay('key-0001', { amount: 3_528_001 });
    expect(other.error?.description).toContain('Different request body');
  });

  it.each([
    ['without a key', ''],
    ['with a key that is too short', 'abc'],
  ])('is refused %s', async (_what, key) => {
    expect((await pay(key)).error).toMatchObject({ field: 'X-Payout-Idempotency' });
  });

  it('is found by its reference when the answer was lost', async () => {
    await script({ outcome: 'timeout', holdMs: 200, stepMs: 50 });
    const paying = pay('key-0001').catch(() => 'cut');
    expect(await Promise.race([paying, pause(100).then(() => 'silence')])).toBe('silence');
    expect(await paying).toBe('cut');
    const found = await call<{ items: Payout[] }>('GET', '/payouts?reference_id=payout-1');
    expect(found.items).toHaveLength(1);
    await until(() => events().includes('payout.processed'));
    expect((await pay('key-0001')).id).toBe(found.items[0]?.id);
  });

  it('fails, and the money is back on the account', async () => {
    await script({ outcome: 'failed', stepMs: 20 });
    const before = await balances();
    await pay('key-0001');
    await until(() => events().includes('payout.failed'));
    expect(await balances()).toEqual(before);
  });

  it('is reversed after it was processed', async () => {
    await script({ outcome: 'reversed', stepMs: 20 });
    const before = await balances();
    const { id } = await pay('key-0001');
    await until(() => events().length === 2);
    expect(events()).toEqual(['payout.processed', 'payout.reversed']);
    expect(await call<Payout>('GET', `/payouts/${id}`)).toMatchObject({ status: 'reversed' });
    expect(await balances()).toEqual(before);
  });

  it('waits in the queue when it is told to', async () => {
    await script({ outcome: 'queued', stepMs: 20 });
    expect((await pay('key-0001')).status).toBe('queued');
    await until(() => events().length === 3);
    expect(events()).toEqual(['payout.queued', 'payout.initiated', 'payout.processed']);
  });

  it('needs cover', async () => {
    const refused = await pay('key-0001', { amount: 900_000_000_000 });
    expect(refused.error?.description).toContain('enough balance');
  });
});

describe('a penny drop', () => {
  async function check(fundAccount: FundAccount): Promise<Validation> {
    const fund = { account_number: '2323230041626905', fund_account: { id: fundAccount.id } };
    const started = await call<Validation>('POST', '/fund_accounts/validations', {
      ...fund,
      amount: 100,
      currency: 'INR',
    });
    expect(started.status).toBe('created');
    await until(() => events().includes('fund_account.validation.completed'));
    return call<Validation>('GET', `/fund_accounts/validations/${started.id}`);
  }

  it('finds the account and the name on it', async () => {
    const { results } = await check(account);
    expect(results).toEqual({ account_status: 'active', registered_name: 'Nadia Hassan' });
  });

  it('does not find an account that ends in 00', async () => {
    const { results } = await check(await addAccount('50100123456700'));
    expect(results).toEqual({ account_status: 'invalid', registered_name: null });
  });
});

it('keeps a statement whose last balance is the balance', async () => {
  await script({ stepMs: 10 });
  await pay('key-0001');
  await until(() => events().includes('payout.processed'));
  const { items } = await call<{ items: { balance: number; debit: number }[] }>(
    'GET',
    '/transactions?account_number=2323230041626905',
  );
  expect(items[0]).toMatchObject({ debit: 3_528_000 });
  expect(items[0]?.balance).toBe((await balances())['2323230041626905']);
});
