import { createHmac } from 'node:crypto';
import type { Chance } from './random';

/** A gateway and a bank of their own: they know nothing of ours but what they are asked. */
export const secrets = {
  RAZORPAY_KEY_ID: 'rzp_test',
  RAZORPAY_KEY_SECRET: 'key-secret',
  RAZORPAY_WEBHOOK_SECRET: 'webhook-secret',
  RAZORPAY_URL: 'http://gateway.test',
  RAZORPAYX_ACCOUNT: '232323',
  PUBLIC_URL: 'http://public.test',
};

export interface Webhook {
  eventId: string;
  readonly body: string;
  readonly signature: string;
  copies: number;
}
interface Order {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string;
  readonly payments: Payment[];
}
interface Refund {
  readonly id: string;
  readonly amount: number;
  readonly receipt: string;
  readonly notes: Record<string, string>;
  status: 'pending' | 'processed' | 'failed';
}
export interface Payment {
  readonly id: string;
  readonly order: Order;
  status: 'created' | 'authorized' | 'captured' | 'failed';
  readonly refunds: Refund[];
  dispute?: Contested;
}
export interface Contested {
  readonly id: string;
  readonly payment: Payment;
  /** What the payer's bank wants back: all of it or a part. */
  readonly amount: number;
  status: 'open' | 'under_review' | 'won' | 'lost' | 'closed';
  phase: number;
  outcome: 'won' | 'lost' | null;
}
export interface Transfer {
  readonly id: string;
  readonly reference: string;
  readonly amount: number;
  readonly currency: string;
  status: 'processing' | 'processed' | 'failed' | 'reversed';
}

export const phases = ['retrieval', 'chargeback', 'pre_arbitration', 'arbitration'] as const;
const at = <Item>(items: Map<string, Item>, id: string): Item => {
  const item = items.get(id);
  if (!item) throw Object.assign(new Error('unknown id'), { statusCode: 400 });
  return item;
};

/** The state of what is outside, and the webhooks that are on their way. */
export class Outside {
  readonly orders = new Map<string, Order>();
  readonly payments = new Map<string, Payment>();
  readonly disputes: Contested[] = [];
  readonly refunds: { payment: Payment; refund: Refund }[] = [];
  readonly transfers: Transfer[] = [];
  readonly mail: Webhook[] = [];
  private readonly byKey = new Map<string, Transfer>();
  private count = 0;
  /** Per hundred calls whose answer is lost, before or after the effect. */
  lossy = 0;

  constructor(
    readonly chance: () => Chance,
    private readonly now: () => number,
  ) {}

  private id(kind: string): string {
    this.count += 1;
    return `${kind}_${this.count.toString(36).padStart(6, '0')}`;
  }

  /** What the SDK of the gateway answers. */
  readonly sdk = {
    orders: {
      create: (wish: { amount: number; currency: string; receipt: string }) =>
        this.call(() => {
          const order = { id: this.id('order'), ...wish, payments: [] };
          this.orders.set(order.id, order);
          return { id: order.id };
        }),
      fetch: (id: string) => this.call(() => ({ receipt: at(this.orders, id).receipt })),
      fetchPayments: (id: string) =>
        this.call(() => ({ items: at(this.orders, id).payments.map(paymentEntity) })),
    },
    payments: {
      refund: (id: string, wish: { amount: number; receipt: string; notes: object }) =>
        this.call(() => this.refund(at(this.payments, id), wish)),
      fetchMultipleRefund: (id: string) =>
        this.call(() => ({ items: [...at(this.payments, id).refunds] })),
    },
    disputes: {
      fetch: (id: string) => this.call(() => ({ status: this.dispute(id)?.status ?? 'closed' })),
      contest: (id: string) => this.call(() => this.dispute(id)),
    },
  };

  private dispute(id: string): Contested | undefined {
    return this.disputes.find((one) => one.id === id);
  }

  private async call<Answer>(work: () => Answer): Promise<Answer> {
    const chance = this.chance();
    const lost = this.lossy > 0 && chance.percent(this.lossy);
    if (lost && chance.percent(50)) throw new TypeError('network');
    const answer = work();
    if (lost) throw new TypeError('network');
    return answer;
  }

  private refund(payment: Payment, wish: { amount: number; receipt: string; notes: object }) {
    const taken = payment.refunds
      .filter(({ status }) => status !== 'failed')
      .reduce((all, { amount }) => all + amount, 0);
    if (payment.dispute || taken + wish.amount > payment.order.amount)
      throw Object.assign(new Error('no'), { statusCode: 400, error: { description: 'no' } });
    const notes = wish.notes as Record<string, string>;
    const refund: Refund = { ...wish, id: this.id('rfnd'), notes, status: 'pending' };
    payment.refunds.push(refund);
    this.refunds.push({ payment, refund });
    return refund;
  }

  /** The customer pays: reserved first or at once, or it fails and may be tried again. */
  pay(order: Order, how: 'failed' | 'authorized' | 'captured'): void {
    const payment: Payment = { id: this.id('pay'), order, status: how, refunds: [] };
    order.payments.push(payment);
    this.payments.set(payment.id, payment);
    if (how === 'captured') this.tell('payment.authorized', { payment, status: 'authorized' });
    this.tell(`payment.${how}`, { payment });
  }

  capture(payment: Payment): void {
    payment.status = 'captured';
    this.tell('payment.captured', { payment });
  }

  settle(
    { payment, refund }: { payment: Payment; refund: Refund },
    status: Refund['status'],
  ): void {
    refund.status = status;
    this.tell(`refund.${status}`, { payment, refund });
  }

  /** The payer's bank asks, or takes the money back. */
  contest(payment: Payment, phase: number, amount: number): void {
    const dispute = {
      id: this.id('disp'),
      payment,
      amount,
      status: 'open',
      phase,
      outcome: null,
    } as const;
    const contested: Contested = { ...dispute };
    payment.dispute = contested;
    this.disputes.push(contested);
    this.tell('payment.dispute.created', { payment, contested });
  }

  move(contested: Contested, to: Contested['status'], phase = contested.phase): void {
    contested.status = to;
    contested.phase = phase;
    if (to === 'open') contested.outcome = null;
    if (to === 'won' || to === 'lost') contested.outcome = to;
    this.tell(`payment.dispute.${to}`, { payment: contested.payment, contested });
  }

  finish(transfer: Transfer, status: Transfer['status']): void {
    transfer.status = status;
    this.post(`payout.${status}`, { payout: { entity: payoutEntity(transfer) } });
  }

  /** The bank partner over HTTP, as our adapter speaks to it. */
  readonly fetch = async (url: string, request: BankRequest): Promise<BankAnswer> => {
    const chance = this.chance();
    const lost = this.lossy > 0 && chance.percent(this.lossy);
    if (lost && chance.percent(50)) throw new Error('network');
    const answer = request.method === 'POST' ? this.transfer(request) : this.found(url);
    if (lost) throw new Error('network');
    return { status: 200, ok: true, json: () => Promise.resolve(answer) };
  };

  private transfer({ body = '', headers }: BankRequest): object {
    const wish = JSON.parse(body) as { amount: number; currency: string; reference_id: string };
    const key = headers['x-payout-idempotency'] ?? this.id('nokey');
    const before = this.byKey.get(key);
    if (before) return payoutEntity(before);
    const { amount, currency, reference_id: reference } = wish;
    const ids = { id: this.id('pout'), reference };
    const transfer: Transfer = { ...ids, amount, currency, status: 'processing' };
    this.byKey.set(key, transfer);
    this.transfers.push(transfer);
    return payoutEntity(transfer);
  }

  private found(url: string): object {
    const reference = new URL(url).searchParams.get('reference_id');
    const items = this.transfers.filter((one) => one.reference === reference).map(payoutEntity);
    return { items };
  }

  private tell(
    event: string,
    {
      payment,
      refund,
      contested,
      status,
    }: {
      payment: Payment;
      refund?: Refund;
      contested?: Contested;
      status?: 'authorized';
    },
  ): void {
    this.post(event, {
      payment: { entity: { ...paymentEntity(payment), ...(status && { status }) } },
      ...(refund && { refund: { entity: refundEntity(refund, payment) } }),
      ...(contested && { dispute: { entity: this.disputeEntity(contested) } }),
    });
  }

  private disputeEntity({ id, payment, amount, status, phase }: Contested): object {
    const { currency } = payment.order;
    return {
      ...{ id, payment_id: payment.id, amount, currency, status, phase: phases[phase] },
      ...{ reason_code: 'fraud', respond_by: Math.floor(this.now() / 1_000) + 7 * 86_400 },
    };
  }

  private post(event: string, payload: object): void {
    const body = JSON.stringify({ event, payload });
    const signature = createHmac('sha256', secrets.RAZORPAY_WEBHOOK_SECRET)
      .update(body)
      .digest('hex');
    this.mail.push({ eventId: this.id('evt'), body, signature, copies: 0 });
  }

  /** The same words under another id, as some gateways do. */
  again(webhook: Webhook, asNew: boolean): void {
    const eventId = asNew ? this.id('evt') : webhook.eventId;
    this.mail.push({ ...webhook, eventId, copies: webhook.copies + 1 });
  }
}

interface BankRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}
interface BankAnswer {
  readonly status: number;
  readonly ok: boolean;
  json(): Promise<unknown>;
}

const paymentEntity = ({ id, order, status }: Payment) => ({
  ...{ id, order_id: order.id, amount: order.amount, currency: order.currency, status },
  ...{ method: 'card', error_code: status === 'failed' ? 'BAD' : null, error_reason: null },
});
const refundEntity = ({ id, status, notes }: Refund, payment: Payment) => ({
  ...{ id, payment_id: payment.id, status, notes },
});
const payoutEntity = ({ id, reference, status }: Transfer) => ({
  ...{ id, reference_id: reference, status, utr: status === 'processed' ? `utr-${id}` : null },
  failure_reason: status === 'failed' ? 'closed account' : null,
});
