import type { Alarms } from '../core/alarms';
import { digits, razorpayId } from '../core/ids';
import type { Shelf, Store } from '../core/store';
import { customers, type Bank } from '../bank/bank';
import { bodyHash } from '../bank/payout-request';
import type { Clock } from '../clock/clock';
import type { Webhooks } from '../webhooks/webhooks';
import type { Payment, Refund } from './entities';
import { readAmount, readNotes, readOptional, refuseUnknown, type Fields } from './fields';
import type { Orders } from './orders';
import type { Payments } from './payments';
import { badRequest, unknownId } from './refusal';

const settle = 'refund.settle';
const settleMs = 500;

interface Kept {
  id: string;
  hash: string;
  refundId: string;
}

export class Refunds {
  readonly shelf: Shelf<Refund>;
  private readonly keys: Shelf<Kept>;

  constructor(
    store: Store,
    private readonly orders: Orders,
    private readonly payments: Payments,
    private readonly webhooks: Webhooks,
    private readonly bank: Bank,
    private readonly clock: Clock,
    private readonly alarms: Alarms,
  ) {
    this.shelf = store.shelf<Refund>('refund');
    this.keys = store.shelf<Kept>('refund_key');
    alarms.on(settle, (id) => {
      this.settle(id);
    });
  }

  get(id: string): Refund {
    const refund = this.shelf.get(id);
    if (!refund) throw unknownId();
    return refund;
  }

  ofPayment(paymentId: string): Refund[] {
    return this.shelf.list({ tag: paymentId });
  }

  /** The same key with the same body is the same refund; without a key each request is one more. */
  ask(paymentId: string, header: string | string[] | undefined, fields: Fields): Refund {
    if (header === undefined) return this.create(paymentId, fields);
    const key = readKey(header);
    const hash = bodyHash({ ...fields, paymentId });
    const kept = this.keys.get(key);
    if (kept && kept.hash !== hash) {
      const say = 'Different request with the same idempotency key has already been processed.';
      throw badRequest(say, { field });
    }
    if (kept) return this.get(kept.refundId);
    const refund = this.create(paymentId, fields);
    this.keys.put({ id: key, hash, refundId: refund.id });
    return refund;
  }

  private create(paymentId: string, fields: Fields): Refund {
    refuseUnknown(fields, ['amount', 'speed', 'notes', 'receipt']);
    const payment = this.payments.get(paymentId);
    const left = payment.amount - payment.amount_refunded;
    const amount = fields['amount'] === undefined ? left : readAmount(fields);
    refuseRefund(payment, amount, left);
    const refunded = payment.amount_refunded + amount;
    const isFull = refunded === payment.amount;
    const changed = this.payments.change(paymentId, {
      amount_refunded: refunded,
      refund_status: isFull ? 'full' : 'partial',
      status: isFull ? 'refunded' : 'captured',
    });
    const refund = this.shelf.put(this.draft(payment, amount, fields), paymentId);
    this.tell('refund.created', refund, changed);
    this.alarms.set(settle, refund.id, settleMs);
    return refund;
  }

  private draft(payment: Payment, amount: number, fields: Fields): Refund {
    return {
      id: razorpayId('rfnd'),
      entity: 'refund',
      amount,
      currency: payment.currency,
      payment_id: payment.id,
      notes: readNotes(fields),
      receipt: readOptional(fields, 'receipt', 40),
      acquirer_data: { arn: null },
      created_at: this.clock.seconds(),
      batch_id: null,
      status: 'pending',
      speed_processed: 'normal',
      speed_requested: readOptional(fields, 'speed') ?? 'normal',
    };
  }

  private settle(id: string): void {
    const pending = this.shelf.get(id);
    if (pending?.status !== 'pending') return;
    const { amount, currency, payment_id: paymentId } = pending;
    this.bank.move(this.bank.platformAccount, customers, amount, currency, `Refund ${id}`);
    const arn = digits(23);
    const refund = this.shelf.put({ ...pending, status: 'processed', acquirer_data: { arn } });
    this.tell('refund.processed', refund, this.payments.get(paymentId));
  }

  private tell(event: string, refund: Refund, payment: Payment): void {
    const { behaviour } = this.orders.file(payment.order_id);
    this.webhooks.tell(payment.order_id, [{ event, entities: { refund, payment } }], behaviour);
  }
}

function refuseRefund(payment: Payment, amount: number, left: number): void {
  if (payment.status === 'refunded') {
    throw badRequest('The payment has been fully refunded already', { field: 'amount' });
  }
  if (payment.status !== 'captured') {
    throw badRequest('The payment status should be captured for action to be taken');
  }
  if (amount > left) {
    throw badRequest('The total refund amount is greater than the refund payment amount', {
      field: 'amount',
    });
  }
}

const field = 'X-Refund-Idempotency';

function readKey(header: string | string[]): string {
  const key = String(header);
  if (!/^[\w-]{10,}$/.test(key)) {
    const say = 'The idempotency key must have at least 10 letters, digits, - or _.';
    throw badRequest(say, { field });
  }
  return key;
}
