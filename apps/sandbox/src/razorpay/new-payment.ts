import { razorpayId } from '../core/ids';
import type { Card, Method, Order, Payment } from './entities';

/** How the customer pays: the part of a payment that the method fills. */
export interface Means {
  method: Method;
  card?: Card;
  vpa?: string;
  bank?: string;
}

export interface Payer {
  email: string;
  contact: string;
  description: string | null;
}

export function newPayment(order: Order, means: Means, payer: Payer, now: number): Payment {
  return {
    id: razorpayId('pay'),
    entity: 'payment',
    amount: order.amount,
    currency: order.currency,
    status: 'created',
    order_id: order.id,
    invoice_id: null,
    international: false,
    method: means.method,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: payer.description,
    card_id: means.card?.id ?? null,
    ...(means.card ? { card: means.card } : {}),
    bank: means.bank ?? null,
    wallet: null,
    vpa: means.vpa ?? null,
    email: payer.email,
    contact: payer.contact,
    notes: order.notes,
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: {},
    created_at: now,
  };
}
