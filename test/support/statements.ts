import { Streams } from '@kernel/streams';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { createWorld, pause, until, type World } from '../../apps/sandbox/src/testing/world';
import { PriceOfFunding } from '../../apps/api/src/money/escrow';
import { deposit } from '../../apps/api/src/money/payments/domain/deposit';
import { ObservePayout } from '../../apps/api/src/money/payouts';
import { RazorpayX } from '../../apps/api/src/money/payouts/adapters/razorpayx';
import { payout } from '../../apps/api/src/money/payouts/domain/payout';
import { bookedAll } from '../../apps/api/src/money/payouts/domain/journals';
import { agreed, key } from './approvals';
import { TestApp } from './app';
import { inr, type Known } from './market';
import { signedContract, webhook } from './money';

const dayMs = 86_400_000;

export interface Break {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly reference: string;
  readonly difference: { readonly amountMinor: string };
}

/** The whole application with the sandbox outside of it: what the gateway says is what it did. */
export class Outside {
  private constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {}

  static async start(): Promise<Outside> {
    const world = await createWorld();
    const app = await TestApp.start({
      RAZORPAY_URL: `${world.url}/razorpay`,
      RAZORPAY_KEY_ID: 'rzp_test_1',
      RAZORPAY_KEY_SECRET: 'key-secret-for-tests',
    });
    return new Outside(app, world);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.world.stop();
  }

  /** Days pass everywhere. */
  async pass(days: number): Promise<void> {
    await this.world.send('POST', '/api/clock', { advanceMs: days * dayMs });
    await this.app.passDays(days);
  }

  /** Finance puts money on a wallet, so that something can be paid out. */
  async fill(who: Known, minor: number, { maker, checker }: Record<'maker' | 'checker', Known>) {
    const legs = [
      { account: 'loss', amount: inr(-minor) },
      { account: `wallet:${who.id}:available`, amount: inr(minor) },
    ];
    const wish = { legs, effectiveAt: '2026-01-01T00:00:00.000Z', reason: 'Float for the test' };
    const { body } = await maker.post('/api/admin/journals', wish, key());
    await this.app.settle();
    await agreed(this.app, checker, String(body['approvalId']));
  }

  plant(difference: object): Promise<unknown> {
    return this.world.send('POST', '/api/statements/differences', difference);
  }

  async honest(): Promise<void> {
    await this.world.send('DELETE', '/api/statements/differences');
  }

  /** A client paid for a milestone at the gateway's own page; answers the payment's id. */
  async payment(client: Known, provider: Known): Promise<{ paymentId: string; depositId: string }> {
    const { app, world } = this;
    const { contractId, milestoneIds } = await signedContract(app, client, provider);
    const [milestoneId = ''] = milestoneIds;
    const price = new PriceOfFunding(contractId, milestoneId, client.id);
    const { total } = await app.app.get(QueryBus).execute(price);
    const depositId = randomUUID();
    const order = await world.razorpay.orders.create({
      amount: Number(total.amountMinor),
      currency: 'INR',
      receipt: depositId,
      payment_capture: true,
    });
    const payment = await this.pay(order.id, total.amountMinor);
    const wish = { depositId, clientId: client.id, contractId, milestoneId, amount: total };
    const opened = {
      type: 'DepositInitiated' as const,
      data: { ...wish, gateway: 'razorpay' as const, gatewayOrderId: order.id },
    };
    await app.app.get(Streams).decide(deposit, depositId, () => ({ facts: [opened] }));
    await webhook(app, 'payment.captured', { payment });
    await app.settle();
    return { paymentId: payment.id, depositId };
  }

  private async pay(orderId: string, amount: string): Promise<{ id: string }> {
    const back = 'http://localhost:6299/';
    const page = await this.world.form('/razorpay/v1/checkout/embedded', {
      ...{ key_id: 'rzp_test_1', order_id: orderId, amount, name: 'Guildhall' },
      ...{ 'prefill[email]': 'client@people.test', callback_url: back, cancel_url: back },
    });
    const visit = this.world.url + String(page.headers.get('location'));
    await this.world.form(`${visit}/pay`, { choice: 'card:success' });
    const { items } = await this.world.razorpay.orders.fetchPayments(orderId);
    const [payment] = items;
    if (payment?.status !== 'captured') throw new Error('the payment was not captured');
    return payment;
  }

  /** A payout that the bank partner really made; `outcome` is what becomes of it. */
  async payout(provider: Known, minor: number, outcome = 'processed'): Promise<string> {
    const { app, world } = this;
    await world.send('PUT', '/api/payouts/behaviour', { outcome, stepMs: 10 });
    const partner = app.app.get(RazorpayX);
    const bank = { holder: provider.name, ifsc: 'HDFC0000053', number: '50100123456789' };
    const { fundAccountId } = await partner.register(provider.id, bank);
    const payoutId = randomUUID();
    const ids = { payoutId, providerId: provider.id };
    const asked = { ...ids, bankAccountId: randomUUID(), amount: inr(minor), flags: [] };
    const facts = [
      { type: 'PayoutRequested' as const, data: asked },
      { type: 'PayoutApproved' as const, data: { ...ids, checkerId: null, note: '' } },
    ];
    await app.app.get(Streams).decide(payout, payoutId, () => ({ facts, ...bookedAll(facts) }));
    const sent = await partner.pay(payoutId, fundAccountId, inr(minor));
    const commands = app.app.get(CommandBus);
    await commands.execute(new ObservePayout(payoutId, sent));
    for (let tries = 0; tries < 200; tries += 1) {
      const word = await partner.find(payoutId);
      if (word?.status === outcome) {
        await commands.execute(new ObservePayout(payoutId, word));
        await app.settle();
        return word.gatewayPayoutId;
      }
      await pause(10);
    }
    throw new Error(`the payout did not become ${outcome}`);
  }

  /** The payer's bank takes a payment back, and our side hears of it. */
  async dispute(paymentId: string, amount: number): Promise<string> {
    const { world, app } = this;
    const seen = world.hooks.length;
    const { id } = await world.send<{ id: string }>('POST', '/api/disputes', { paymentId, amount });
    const hook = await until(() =>
      world.hooks.slice(seen).find(({ event }) => event === 'payment.dispute.created'),
    );
    const { payload } = JSON.parse(hook.body) as { payload: Record<string, { entity: object }> };
    const entities = Object.entries(payload).map(([name, { entity }]) => [name, entity]);
    await webhook(app, hook.event, Object.fromEntries(entities) as Record<string, object>);
    await app.settle();
    return id;
  }
}
