import { Clock } from '@kernel/clock';
import { randomUUIDv7 } from 'node:crypto';
import { StepUp } from '../../apps/api/src/people/accounts';
import { agreed, decideAs, key, shownTo } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { inr, known, type Known } from '../support/market';
import { balance, expectZero } from '../support/money';

const size = 3_528_000;

let app: TestApp;
let provider: Known;
let maker: Known;
let other: Known;
let checker: Known;
let kavya: Known;
beforeAll(async () => {
  app = await TestApp.start();
  maker = await known(app, 'Meera Joshi', ['finance_maker']);
  other = await known(app, 'Farid Haddad', ['finance_maker']);
  checker = await known(app, 'Chandan Pillai', ['finance_checker']);
  kavya = await known(app, 'Kavya Menon', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  provider = await known(app, 'Laila Hassan', ['provider']);
});
afterEach(() => expectZero(app));

/** Asked for, from a wallet with as much on it, to a bank account of today. */
async function asked(): Promise<string> {
  await credited();
  const bankAccountId = randomUUIDv7();
  const createdAt = app.app.get(Clock).now().toISOString();
  await app.database.query(
    `insert into bank_accounts (id, provider_id, holder, ifsc, last4, fund_account_id, state, created_at)
      values ($1, $2, 'Laila Hassan', 'HDFC0000053', '6789', 'fa_1', 'verified', $3)`,
    [bankAccountId, provider.id, createdAt],
  );
  const stepUp = app.app.get(StepUp).issue(provider.id, 'payout').token;
  const wish = { amount: inr(size), bankAccountId };
  const { body } = await provider.post('/api/payouts', wish, { ...key(), 'x-step-up': stepUp });
  await app.settle();
  return String(body['id']);
}

async function credited(): Promise<void> {
  const legs = [
    { account: 'loss', amount: inr(-size) },
    { account: `wallet:${provider.id}:available`, amount: inr(size) },
  ];
  const wish = { legs, effectiveAt: '2026-11-01T00:00:00.000Z', reason: 'Found' };
  const { body } = await maker.post('/api/admin/journals', wish, key());
  await app.settle();
  await agreed(app, checker, String(body['approvalId']));
}

const prepare = (by: Caller, payoutId: string, reason = 'Looked at the contract.') =>
  by.post(`/api/admin/payouts/${payoutId}/prepare`, { reason });

async function prepared(payoutId: string): Promise<string> {
  const { status, body } = await prepare(maker, payoutId);
  expect(status).toBe(200);
  await app.settle();
  return String(body['approvalId']);
}

const rowOf = async (payoutId: string) => {
  const { body } = await maker.get('/api/admin/payouts?limit=100');
  return (body['items'] as { id: string }[]).find(({ id }) => id === payoutId);
};
const factsOf = async (payoutId: string) =>
  (
    await app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`payout-${payoutId}`],
    )
  ).map(({ type }) => type);
const held = () => balance(app, `wallet:${provider.id}:held`);

describe('a payout above the limit', () => {
  it('is shown to the second person with what they have to look at', async () => {
    const payoutId = await asked();
    const approvalId = await prepared(payoutId);
    expect(await shownTo(checker, approvalId)).toMatchObject({
      action: 'payout.send',
      subject: `payout-${payoutId}`,
      amount: inr(size),
      mayDecide: true,
      payload: { payoutId, providerId: provider.id, amount: inr(size) },
      changes: [
        { field: 'paid_out', after: `${String(size)} INR` },
        { field: 'bank_account', after: '••6789' },
        { field: 'looked_at', after: 'above_limit' },
        { field: 'looked_at', after: 'new_bank_account' },
      ],
    });
    expect(await rowOf(payoutId)).toMatchObject({ approvalId, preparedBy: { id: maker.id } });
  });

  it('is sent when a second person agreed, and says who and under what', async () => {
    const payoutId = await asked();
    const approvalId = await prepared(payoutId);
    expect(await decideAs(maker, approvalId)).toMatchObject({ status: 403 });
    expect(await agreed(app, checker, approvalId)).toBe('executed');
    expect(await factsOf(payoutId)).toEqual([
      'PayoutRequested',
      'PayoutPrepared',
      'PayoutApproved',
    ]);
    expect(await rowOf(payoutId)).toMatchObject({
      state: 'approved',
      decidedBy: { id: checker.id },
    });
  });

  it('gives the money back when the second person refuses', async () => {
    const payoutId = await asked();
    const approvalId = await prepared(payoutId);
    expect(await held()).toBe(size);
    expect(await decideAs(checker, approvalId, 'deny')).toMatchObject({ status: 204 });
    await app.settle();
    expect(await held()).toBe(0);
    expect(await balance(app, `wallet:${provider.id}:available`)).toBe(size);
    expect(await prepare(maker, payoutId)).toMatchObject({
      body: { code: 'payouts.not_awaiting_approval' },
    });
  });

  it('asks once however often it is prepared, and once it is prepared for nobody else', async () => {
    const payoutId = await asked();
    const first = await prepare(maker, payoutId);
    expect(await prepare(maker, payoutId)).toMatchObject({ status: 200, body: first.body });
    await app.settle();
    expect(await prepare(other, payoutId)).toMatchObject({
      status: 409,
      body: { code: 'payouts.already_prepared' },
    });
  });

  it('of two who prepare it at once goes under the first request, and the second does nothing', async () => {
    const payoutId = await asked();
    const first = await prepare(maker, payoutId);
    const second = await prepare(other, payoutId);
    await app.settle();
    expect(await agreed(app, checker, String(second.body['approvalId']))).toBe('failed');
    expect(await factsOf(payoutId)).toEqual(['PayoutRequested', 'PayoutPrepared']);
    expect(await agreed(app, checker, String(first.body['approvalId']))).toBe('executed');
  });

  it('is prepared anew when nobody decided in time, or when it could not be sent', async () => {
    const payoutId = await asked();
    const late = await prepared(payoutId);
    await app.passDays(3);
    expect(await shownTo(checker, late)).toMatchObject({ state: 'expired' });
    expect(await rowOf(payoutId)).toMatchObject({ approvalId: null, preparedBy: null });
    const stopped = await prepared(payoutId);
    const stop = { reason: 'sanctions_hit', note: 'List hit.' };
    await kavya.post(`/api/admin/wallets/${provider.id}/restrict`, stop);
    expect(await agreed(app, checker, stopped)).toBe('failed');
    expect(await shownTo(checker, stopped)).toMatchObject({ failure: 'wallet.restricted' });
    await app.settle();
    expect(await rowOf(payoutId)).toMatchObject({ state: 'awaiting_approval', approvalId: null });
    expect(await held()).toBe(size);
  });

  it('is neither prepared nor decided by its provider, nor decided by any other way', async () => {
    const payoutId = await asked();
    const own = app.as(['provider', 'finance_maker'], provider.id);
    expect(await prepare(own, payoutId)).toMatchObject({
      status: 403,
      body: { code: 'payouts.own_payout' },
    });
    for (const way of ['approve', 'reject'])
      expect(await checker.post(`/api/admin/payouts/${payoutId}/${way}`)).toMatchObject({
        status: 404,
      });
  });
});
