import { ReceiveWebhook } from '../../apps/api/src/money/payments/commands/receive-webhook';
import { watchDeposit, type Step } from './steps-market';
import type { World } from './world';

const recent = <Item>(items: Iterable<Item>, count = 30): Item[] => [...items].slice(-count);

/** What the gateway, the bank and the payer's bank do, and what arrives of it. */
export const outsideSteps: Readonly<Record<string, Step>> = {
  pay: {
    weight: ({ outside }) => (outside.orders.size > 0 ? 14 : 0),
    async run({ outside, chance, sides, watch }) {
      // Only an order that somebody was told of is ever paid.
      const unpaid = recent(outside.orders.values()).filter(
        ({ id, receipt, payments }) =>
          payments.every(({ status }) => status === 'failed') &&
          watch.money.firsts.get(`deposit-${receipt}`)?.['gatewayOrderId'] === id,
      );
      const order = chance.pick(unpaid);
      if (!order) return;
      outside.pay(order, chance.pick(['captured', 'captured', 'authorized', 'failed']) ?? 'failed');
      const side = sides[0];
      if (chance.percent(40) && side)
        await side.act(null, watchDeposit(order.receipt), 'checkout').catch(() => undefined);
    },
  },
  capture: {
    weight: ({ outside }) => (outside.payments.size > 0 ? 6 : 0),
    async run({ outside, chance }) {
      const waiting = recent(outside.payments.values()).filter(
        (one) => one.status === 'authorized',
      );
      const payment = chance.pick(waiting);
      if (payment) outside.capture(payment);
    },
  },
  settleRefund: {
    weight: ({ outside }) => (outside.refunds.length > 0 ? 4 : 0),
    async run({ outside, chance }) {
      const waiting = outside.refunds.filter(({ refund }) => refund.status === 'pending');
      const one = chance.pick(waiting);
      if (one) outside.settle(one, chance.percent(75) ? 'processed' : 'failed');
    },
  },
  finishPayout: {
    weight: ({ outside }) => (outside.transfers.length > 0 ? 5 : 0),
    async run({ outside, chance }) {
      const one = chance.pick(recent(outside.transfers));
      if (one?.status === 'processing')
        outside.finish(one, chance.percent(75) ? 'processed' : 'failed');
      else if (one?.status === 'processed' && chance.percent(15)) outside.finish(one, 'reversed');
    },
  },
  chargeback: {
    weight: ({ swarm, outside }) => (swarm.chargebacks && outside.payments.size > 0 ? 3 : 0),
    async run({ outside, chance }) {
      const payments = recent(outside.payments.values()).filter(
        ({ status, refunds, dispute }) => status === 'captured' && refunds.length === 0 && !dispute,
      );
      const payment = chance.pick(payments);
      if (!payment) return;
      const { amount } = payment.order;
      const part = chance.percent(65) ? amount : 1 + chance.below(amount);
      outside.contest(payment, chance.percent(30) ? 0 : 1, part);
    },
  },
  chargebackMoves: {
    weight: ({ outside }) => (outside.disputes.length > 0 ? 6 : 0),
    async run(world) {
      moveDispute(world);
    },
  },
  webhook: {
    weight: ({ outside }) => Math.min(60, outside.mail.length * 6),
    run: (world) => deliver(world),
  },
};

function moveDispute({ outside, chance }: World): void {
  const one = chance.pick(recent(outside.disputes));
  if (!one || one.status === 'closed') return;
  if (one.status === 'open' && chance.percent(40)) return outside.move(one, 'under_review');
  if (one.outcome === null) {
    if (one.phase === 0) return outside.move(one, 'open', 1);
    return outside.move(one, chance.percent(50) ? 'won' : 'lost');
  }
  if (one.phase < 3 && chance.percent(60)) return outside.move(one, 'open', one.phase + 1);
  if (chance.percent(40)) outside.move(one, 'closed');
}

/** In any order, again and under new names; what was not taken in comes again. */
async function deliver(world: World): Promise<void> {
  const { outside, chance, swarm } = world;
  const at = swarm.copies ? chance.below(outside.mail.length) : 0;
  const [webhook] = outside.mail.splice(at, 1);
  if (!webhook) return;
  const { body, signature, eventId } = webhook;
  const command = new ReceiveWebhook(Buffer.from(body), signature, eventId);
  const taken = await world.carry('a webhook', () => world.side().act(null, command, eventId));
  if (!taken) outside.mail.push(webhook);
  else if (swarm.copies && webhook.copies < 2 && chance.percent(25))
    outside.again(webhook, chance.percent(50));
}
