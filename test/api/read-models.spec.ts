import { Consumers } from '@kernel/consumers';
import { Rebuilds } from '@kernel/rebuilds';
import { agreed, key } from '../support/approvals';
import { TestApp } from '../support/app';
import { inr, known } from '../support/market';
import { fundedContract, paymentEntity, webhook } from '../support/money';
import { payOutOf } from '../support/payouts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  const client = await known(app, 'Noor Clinic', ['client']);
  const provider = await known(app, 'Amira Hassan', ['provider']);
  const kept = await fundedContract(app, client, provider);
  const left = await fundedContract(app, client, provider);
  const released = await client.post(
    `/api/escrow/${left.contractId}/milestones/${left.milestoneId}/release`,
    { amount: inr(1_000_000) },
    key(),
  );
  expect(released.status).toBe(200);
  await app.settle();
  expect((await payOutOf(app, provider)).status).toBe(200);
  const payment = paymentEntity(kept);
  const dispute = {
    ...{ id: 'disp_1', payment_id: payment.id, amount: 400_000, currency: 'INR' },
    ...{ reason_code: 'fraudulent', status: 'open', phase: 'chargeback' },
    respond_by: Math.floor(Date.now() / 1000) + 4 * 86_400,
  };
  await webhook(app, 'payment.dispute.created', { payment, dispute });
  const legs = [
    { account: 'suspense', amount: inr(-500) },
    { account: 'loss', amount: inr(500) },
  ];
  const wish = { legs, effectiveAt: '2026-11-01T00:00:00.000Z', reason: 'Found at the bank' };
  const { body } = await (
    await known(app, 'Meera Joshi', ['finance_maker'])
  ).post('/api/admin/journals', wish, key());
  await app.settle();
  const checker = await known(app, 'Chandan Pillai', ['finance_checker']);
  await agreed(app, checker, String(body['approvalId']));
  await app.settle();
});
afterAll(() => app.stop());

describe('what can be built anew', () => {
  it.each([
    ...['account-activity', 'control-parts', 'gateway-money', 'journal-rows', 'receipts'],
    ...['screening-movements', 'upcoming-releases'],
  ])('%s says the same afterwards, from the facts alone', async (name) => {
    const tables = app.app
      .get(Consumers)
      .all()
      .flatMap((one) => (one.name === name ? (one.tables ?? []) : []));
    const rows = async () =>
      Promise.all(
        tables.map((table) => app.database.query(`select t::text from ${table} t order by 1`)),
      );
    const before = await rows();
    expect(before.flat().length).toBeGreaterThan(0);
    const done = await app.app.get(Rebuilds).run(name, false, async () => {});
    expect(done).toMatchObject({ differences: 0, isSwapped: true });
    expect(await rows()).toEqual(before);
  });
});
