import { hexId, signHex } from '../core/ids';
import type { RazorpaySettings } from '../core/settings';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';
import type { OrderBehaviour, OrderFile, Payment } from '../razorpay/entities';
import type { Orders } from '../razorpay/orders';
import type { Failure, Payments } from '../razorpay/payments';
import { badRequest, unknownId } from '../razorpay/refusal';
import { originOf } from '../page/page';
import type { Chosen } from './choose';
import type { Form, Visit } from './visit';

const pendingMs = 4_000;
const upiMs = 1_200;
const silentMs = 30_000;
/** The code that the sandbox's bank sends to every customer. */
export const bankCode = '123456';

export type Step =
  | { to: 'return' | 'bank' | 'wait' | 'failed' | 'lost'; payment: Payment }
  | { to: 'silence'; payment: Payment; holdMs: number };

/** Leads a customer from the merchant's form through the bank and back. */
export class Checkout {
  private readonly visits: Shelf<Visit>;

  constructor(
    store: Store,
    private readonly settings: RazorpaySettings,
    private readonly orders: Orders,
    private readonly payments: Payments,
    readonly clock: Clock,
  ) {
    this.visits = store.shelf<Visit>('visit');
  }

  /** The merchant's form, field by field as Razorpay's embedded checkout takes it. */
  open(form: Form): Visit {
    if (form['key_id'] !== this.settings.keyId) throw badRequest('The key id is not known.');
    const { order } = this.orders.file(form['order_id'] ?? '');
    const amount = Number(form['amount'] ?? order.amount);
    if (amount !== order.amount) {
      throw badRequest('Your payment amount is different from your order amount.');
    }
    const [callbackUrl, cancelUrl] = [form['callback_url'] ?? '', form['cancel_url'] ?? ''];
    if (!originOf(callbackUrl)) throw badRequest('callback_url must be a web address.');
    if (cancelUrl && !originOf(cancelUrl)) throw badRequest('cancel_url must be a web address.');
    return this.visits.put({
      id: hexId('visit_'),
      orderId: order.id,
      merchant: form['name'] ?? 'Merchant',
      description: form['description'] ?? '',
      name: form['prefill[name]'] ?? '',
      email: form['prefill[email]'] ?? 'void@razorpay.com',
      contact: form['prefill[contact]'] ?? '+919999999999',
      callbackUrl,
      cancelUrl,
    });
  }

  visit(id: string): { visit: Visit; file: OrderFile } {
    const visit = this.visits.get(id);
    if (!visit) throw unknownId();
    return { visit, file: this.orders.file(visit.orderId) };
  }

  payment(visit: Visit, id: string): Payment {
    const payment = this.payments.get(id);
    if (payment.order_id !== visit.orderId) throw unknownId();
    return payment;
  }

  /** The payment that settled this order, if one did. */
  settled(visit: Visit): Payment | undefined {
    return this.payments.ofOrder(visit.orderId).find(isSettled);
  }

  behave(visit: Visit, behaviour: OrderBehaviour): void {
    const { behaviour: scripted } = this.orders.file(visit.orderId);
    this.orders.behave(visit.orderId, { ...scripted, ...behaviour });
  }

  pay(visit: Visit, { means, outcome }: Chosen): Step {
    const { behaviour } = this.orders.file(visit.orderId);
    const { email, contact, description } = visit;
    const payer = { email, contact, description: description || null };
    const { id } = this.payments.start(visit.orderId, means, payer);
    switch (behaviour.outcome ?? outcome) {
      case 'success':
        return { to: 'return', payment: this.payments.authorize(id) };
      case 'challenge':
        return { to: 'bank', payment: this.payments.get(id) };
      case 'decline':
        return { to: 'failed', payment: this.payments.fail(id, notEnoughMoney) };
      case 'no_return':
        return { to: 'lost', payment: this.payments.authorize(id) };
      case 'pending':
        this.payments.captureLater(
          id,
          behaviour.pendingMs ?? (means.method === 'upi' ? upiMs : pendingMs),
        );
        return { to: 'wait', payment: this.payments.get(id) };
      case 'timeout': {
        const holdMs = behaviour.holdMs ?? silentMs;
        this.payments.expireLater(id, holdMs);
        return { to: 'silence', payment: this.payments.get(id), holdMs };
      }
    }
  }

  /** The customer answers the bank's question. */
  answer(payment: Payment, isYes: boolean): Step {
    if (isYes) return { to: 'return', payment: this.payments.authorize(payment.id) };
    return { to: 'failed', payment: this.payments.fail(payment.id, refusedByCustomer) };
  }

  /** What the browser brings back to the merchant, signed with the key secret. */
  receipt({ id, order_id: orderId }: Payment): Record<string, string> {
    return {
      razorpay_payment_id: id,
      razorpay_order_id: orderId,
      razorpay_signature: signHex(this.settings.keySecret, `${orderId}|${id}`),
    };
  }
}

export function isSettled({ status }: Payment): boolean {
  return status === 'authorized' || status === 'captured' || status === 'refunded';
}

const notEnoughMoney: Failure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Your payment could not be completed due to insufficient account balance.',
  source: 'customer',
  step: 'payment_authorization',
  reason: 'insufficient_funds',
};

const refusedByCustomer: Failure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'You did not confirm the payment at your bank.',
  source: 'customer',
  step: 'payment_authentication',
  reason: 'payment_cancelled',
};
