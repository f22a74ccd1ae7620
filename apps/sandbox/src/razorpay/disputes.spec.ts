import { createWorld, until, type World } from '../testing/world';
import type { Dispute, Payment } from './entities';

let world: World;
let payment: Payment;

beforeEach(async () => {
  world = await createWorld();
  const order = await world.razorpay.orders.create({
    amount: 4_141_600,
    currency: 'INR',
    payment_capture: true,
  });
  const opened = await world.form('/razorpay/v1/checkout/embedded', {
    key_id: 'rzp_test_1',
    order_id: order.id,
    callback_url: 'http://localhost:6299/return',
  });
  await world.form(`${opened.headers.get('location')}/pay`, { choice: 'card:success' });
  const { items } = await world.razorpay.orders.fetchPayments(order.id);
  payment = items[0] as unknown as Payment;
});
afterEach(() => world.stop());

const raise = (more: object = {}) =>
  world.send<Dispute>('POST', '/api/disputes', { paymentId: payment.id, ...more });
const say = (id: string, word: string) =>
  world.send<Dispute>('POST', `/api/disputes/${id}/say`, { word });
const heard = (event: string) => until(() => world.hooks.find((one) => one.event === event));
const balance = async () => {
  const { items } = await world.get<{ items: { balance: number; name: string }[] }>(
    '/api/bank/accounts',
  );
  return items[0]?.balance;
};

describe('a dispute', () => {
  it('takes the money at once and tells the product, with the payment', async () => {
    const before = await balance();
    const dispute = await raise();
    expect(dispute).toMatchObject({
      status: 'open',
      phase: 'chargeback',
      amount_deducted: 4_141_600,
    });
    const { body } = await heard('payment.dispute.created');
    expect(JSON.parse(body)).toMatchObject({
      contains: ['payment', 'dispute'],
      payload: { dispute: { entity: { id: dispute.id, payment_id: payment.id } } },
    });
    expect(await balance()).not.toBe(before);
  });

  it('asks first and takes nothing when it is a retrieval', async () => {
    expect(await raise({ phase: 'retrieval' })).toMatchObject({ amount_deducted: 0 });
  });

  it('is contested through the SDK once, and comes under review', async () => {
    const { id } = await raise();
    const answer = { amount: 4_141_600, summary: 'It was delivered.', action: 'submit' };
    const contest = () => world.razorpay.disputes.contest(id, answer);
    expect(await contest()).toMatchObject({ status: 'under_review' });
    await heard('payment.dispute.under_review');
    await expect(contest()).rejects.toMatchObject({ statusCode: 400 });
  });

  it('gives the money back when it is won, and takes it again in the next phase', async () => {
    const { id } = await raise();
    expect(await say(id, 'won')).toMatchObject({ status: 'won', amount_deducted: 0 });
    expect(await say(id, 'escalate')).toMatchObject({
      phase: 'pre_arbitration',
      status: 'open',
      amount_deducted: 4_141_600,
    });
    expect(await say(id, 'lost')).toMatchObject({ status: 'lost' });
    await heard('payment.dispute.lost');
  });
});

describe('a past that was made up elsewhere', () => {
  it('can be answered, as if the bank had asked here, and nobody was told of it before', async () => {
    const of = { amount: 50_000, currency: 'INR', at: 1_790_000_000 };
    await world.send('POST', '/api/history', {
      payments: [{ id: 'pay_past', orderId: 'order_past', ...of }],
      disputes: [
        {
          ...{ id: 'disp_past', paymentId: 'pay_past', ...of, reasonCode: 'fraudulent' },
          ...{ phase: 'chargeback', status: 'open', respondBy: 1_800_000_000 },
        },
      ],
    });
    expect(world.hooks.filter(({ body }) => body.includes('disp_past'))).toEqual([]);
    const fields = { summary: 'Delivered and accepted.', action: 'submit' };
    const answered = await world.razorpay.disputes.contest('disp_past', fields);
    expect(answered).toMatchObject({ status: 'under_review', amount_deducted: 50_000 });
    await heard('payment.dispute.under_review');
  });
});
