import type { Alarms } from '../core/alarms';
import { digits } from '../core/ids';
import type { Shelf, Store } from '../core/store';
import { customers, type Bank } from '../bank/bank';
import type { Clock } from '../clock/clock';
import type { Fact, Webhooks } from '../webhooks/webhooks';
import type { Method, Payment } from './entities';
import { newPayment, type Means, type Payer } from './new-payment';
import type { Orders } from './orders';
import { badRequest, unknownId } from './refusal';

export interface Failure {
  code: string;
  description: string;
  source: string;
  step: string;
  reason: string;
}

const capturePending = 'payment.capture_pending';
const expire = 'payment.expire';

export class Payments {
  readonly shelf: Shelf<Payment>;

  constructor(
    store: Store,
    private readonly orders: Orders,
    private readonly webhooks: Webhooks,
    private readonly bank: Bank,
    private readonly clock: Clock,
    private readonly alarms: Alarms,
  ) {
    this.shelf = store.shelf<Payment>('payment');
    alarms.on(capturePending, (id) => {
      if (this.shelf.get(id)?.status === 'created') this.authorize(id);
    });
    alarms.on(expire, (id) => {
      if (this.shelf.get(id)?.status === 'created') this.fail(id, timedOut);
    });
  }

  get(id: string): Payment {
    const payment = this.shelf.get(id);
    if (!payment) throw unknownId();
    return payment;
  }

  ofOrder(orderId: string): Payment[] {
    return this.shelf.list({ tag: orderId });
  }

  start(orderId: string, means: Means, payer: Payer): Payment {
    const { order } = this.orders.file(orderId);
    if (order.status === 'paid') throw badRequest('Payment already done for this order.');
    this.orders.change(orderId, { status: 'attempted', attempts: order.attempts + 1 });
    return this.shelf.put(newPayment(order, means, payer, this.clock.seconds()), orderId);
  }

  /** The customer's bank said yes. With automatic capture the money moves at once. */
  authorize(id: string): Payment {
    const payment = this.get(id);
    if (payment.status !== 'created') return payment;
    const authorized = this.change(id, {
      status: 'authorized',
      acquirer_data: acquirer(payment.method),
    });
    const facts: Fact[] = [fact('payment.authorized', authorized)];
    const { autoCapture, behaviour } = this.orders.file(payment.order_id);
    if (autoCapture) facts.push(...this.take(id));
    this.webhooks.tell(payment.order_id, facts, behaviour);
    return this.get(id);
  }

  capture(id: string, amount: number, currency: string): Payment {
    const payment = this.get(id);
    if (payment.status === 'captured') {
      throw badRequest('This payment has already been captured', { step: 'payment_capture' });
    }
    if (payment.status !== 'authorized') {
      throw badRequest(
        'Only payments which have been authorized and not yet captured can be captured',
      );
    }
    if (amount !== payment.amount || currency !== payment.currency) {
      throw badRequest('Capture amount must be equal to the amount authorized', {
        field: 'amount',
      });
    }
    const facts = this.take(id);
    this.webhooks.tell(payment.order_id, facts, this.orders.file(payment.order_id).behaviour);
    return this.get(id);
  }

  fail(id: string, failure: Failure): Payment {
    const payment = this.get(id);
    if (payment.status !== 'created') return payment;
    const failed = this.change(id, {
      status: 'failed',
      error_code: failure.code,
      error_description: failure.description,
      error_source: failure.source,
      error_step: failure.step,
      error_reason: failure.reason,
    });
    const { behaviour } = this.orders.file(payment.order_id);
    this.webhooks.tell(payment.order_id, [fact('payment.failed', failed)], behaviour);
    return failed;
  }

  captureLater(id: string, delayMs: number): void {
    this.alarms.set(capturePending, id, delayMs);
  }

  expireLater(id: string, delayMs: number): void {
    this.alarms.set(expire, id, delayMs);
  }

  change(id: string, change: Partial<Payment>): Payment {
    return this.shelf.put({ ...this.get(id), ...change });
  }

  private take(id: string): Fact[] {
    const payment = this.get(id);
    const order = this.orders.file(payment.order_id).order;
    if (order.status === 'paid') return [];
    const captured = this.change(id, { status: 'captured', captured: true, ...fees(payment) });
    const paid = this.orders.change(order.id, {
      status: 'paid',
      amount_paid: order.amount,
      amount_due: 0,
    });
    const { amount, currency } = payment;
    this.bank.move(customers, this.bank.platformAccount, amount, currency, `Payment ${id}`);
    const orderPaid = { event: 'order.paid', entities: { payment: captured, order: paid } };
    return [fact('payment.captured', captured), orderPaid];
  }
}

const timedOut: Failure = {
  code: 'GATEWAY_ERROR',
  description: 'Payment was not completed on time.',
  source: 'bank',
  step: 'payment_authentication',
  reason: 'payment_timed_out',
};

function fact(event: string, payment: Payment): Fact {
  return { event, entities: { payment } };
}

/** Two per cent and the tax on it, as the gateway's price list says; the fee includes the tax. */
export function fees({ amount }: Payment): { fee: number; tax: number } {
  const net = Math.round((amount * 2) / 100);
  const tax = Math.round((net * 18) / 100);
  return { fee: net + tax, tax };
}

function acquirer(method: Method): Record<string, string | null> {
  if (method === 'card') return { auth_code: digits(6) };
  if (method === 'upi') return { rrn: digits(12) };
  return { bank_transaction_id: digits(8) };
}
