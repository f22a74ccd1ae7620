import type { Job } from 'bullmq';
import { GatewayJobs } from '../../apps/api/src/money/payments/commands/gateway-jobs';
import { authorization } from '../../apps/sandbox/src/testing/world';
import { key } from '../support/approvals';
import { inr, known, type Known } from '../support/market';
import { Outside } from '../support/statements';

let outside: Outside;
let client: Known;
let paymentId: string;
let depositId: string;
beforeAll(async () => {
  outside = await Outside.start();
  const { app } = outside;
  const maker = await known(app, 'Meera Joshi', ['finance_maker']);
  const checker = await known(app, 'Chandan Pillai', ['finance_checker']);
  const provider = await known(app, 'Amira Hassan', ['provider']);
  client = await known(app, 'Noor Clinic', ['client']);
  ({ paymentId, depositId } = await outside.payment(client, provider));
  await outside.fill(client, 5_000, { maker, checker });
});
afterAll(() => outside.stop());

async function asked(): Promise<string> {
  const wish = { amount: inr(1_000), reason: 'Paid too much' };
  const path = `/api/payments/deposits/${depositId}/refunds`;
  const { body } = await client.post(path, wish, key());
  return String(body['id']);
}
const sent = (refundId: string) =>
  outside.app.app
    .get(GatewayJobs)
    .process({ name: 'refund', data: { depositId, refundId } } as Job<never>);
const receipts = async () => {
  const { items } = await outside.world.razorpay.payments.fetchMultipleRefund(paymentId);
  return items.map(({ receipt }) => receipt);
};

describe('a refund at the gateway', () => {
  it('is sent once where the same job runs twice at once', async () => {
    const refundId = await asked();
    await Promise.all([sent(refundId), sent(refundId), sent(refundId)]);
    expect(await receipts()).toEqual([refundId]);
  });

  it('is sent twice where two were wanted, for the same amount', async () => {
    const [before] = await receipts();
    const [first, second] = [await asked(), await asked()];
    await Promise.all([sent(first), sent(second)]);
    expect((await receipts()).toSorted()).toEqual([before, first, second].toSorted());
  });

  it('is refused at the gateway where its key stands for another amount', async () => {
    const refund = (amount: number, receipt: string) =>
      fetch(`${outside.world.url}/razorpay/v1/payments/${paymentId}/refund`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'x-refund-idempotency': receipt,
        },
        body: JSON.stringify({ amount }),
      });
    expect((await refund(100, 'one-key-of-ours')).status).toBe(200);
    expect((await refund(101, 'one-key-of-ours')).status).toBe(400);
    expect((await refund(100, 'short')).status).toBe(400);
  });
});
