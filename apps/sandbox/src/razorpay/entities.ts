import type { WebhookBehaviour } from '../webhooks/delivery';

export type Notes = Record<string, string> | [];

/** What the customer's bank says at the checkout. */
export type Outcome = 'success' | 'challenge' | 'decline' | 'pending' | 'timeout' | 'no_return';

/** Scripts one order: what its payment does and how its webhooks behave. */
export interface OrderBehaviour extends WebhookBehaviour {
  /** Overrides what the chosen card, address or bank would do. */
  outcome?: Outcome;
  /** How long a pending payment stays pending. */
  pendingMs?: number;
  /** How long the bank is silent when it times out. */
  holdMs?: number;
}

export interface Order {
  id: string;
  entity: 'order';
  amount: number;
  amount_paid: number;
  amount_due: number;
  currency: string;
  receipt: string | null;
  offer_id: null;
  status: 'created' | 'attempted' | 'paid';
  attempts: number;
  notes: Notes;
  created_at: number;
}

/** What the gateway knows about an order and does not show. */
export interface OrderFile {
  id: string;
  order: Order;
  autoCapture: boolean;
  behaviour: OrderBehaviour;
}

export interface Card {
  id: string;
  entity: 'card';
  name: string;
  last4: string;
  network: string;
  type: 'credit' | 'debit';
  issuer: string;
  international: boolean;
  emi: boolean;
}

export type Method = 'card' | 'upi' | 'netbanking';
export type PaymentStatus = 'created' | 'authorized' | 'captured' | 'refunded' | 'failed';

export interface Payment {
  id: string;
  entity: 'payment';
  amount: number;
  currency: string;
  status: PaymentStatus;
  order_id: string;
  invoice_id: null;
  international: boolean;
  method: Method;
  amount_refunded: number;
  refund_status: 'partial' | 'full' | null;
  captured: boolean;
  description: string | null;
  card_id: string | null;
  card?: Card;
  bank: string | null;
  wallet: null;
  vpa: string | null;
  email: string;
  contact: string;
  notes: Notes;
  fee: number | null;
  tax: number | null;
  error_code: string | null;
  error_description: string | null;
  error_source: string | null;
  error_step: string | null;
  error_reason: string | null;
  acquirer_data: Record<string, string | null>;
  created_at: number;
}

export interface Refund {
  id: string;
  entity: 'refund';
  amount: number;
  currency: string;
  payment_id: string;
  notes: Notes;
  receipt: string | null;
  acquirer_data: { arn: string | null };
  created_at: number;
  batch_id: null;
  status: 'pending' | 'processed' | 'failed';
  speed_processed: string;
  speed_requested: string;
}

export type DisputePhase = 'retrieval' | 'chargeback' | 'pre_arbitration' | 'arbitration';

export interface Dispute {
  id: string;
  entity: 'dispute';
  payment_id: string;
  amount: number;
  currency: string;
  amount_deducted: number;
  reason_code: string;
  /** Unix seconds. */
  respond_by: number;
  status: 'open' | 'under_review' | 'won' | 'lost' | 'closed';
  phase: DisputePhase;
  evidence: { amount: number; summary: string; submitted_at: number } | null;
  created_at: number;
}

/** Lists look the same everywhere at Razorpay. */
export function collection<T>(items: T[]): { entity: 'collection'; count: number; items: T[] } {
  return { entity: 'collection', count: items.length, items };
}
