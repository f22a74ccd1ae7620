import type { FastifyInstance } from 'fastify';
import type { Dispute, DisputePhase } from './entities';
import type { Disputes } from './disputes';
import { newPayment } from './new-payment';
import type { Orders } from './orders';
import { fees, type Payments } from './payments';

/** What was captured before this gateway began. Amounts in paise, instants in Unix seconds. */
interface PastPayment {
  readonly id: string;
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
  readonly at: number;
}

interface PastDispute {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly phase: DisputePhase;
  readonly status: Dispute['status'];
  readonly reasonCode: string;
  readonly respondBy: number;
  readonly at: number;
}

export interface History {
  readonly payments: readonly PastPayment[];
  readonly disputes: readonly PastDispute[];
}

const text = { type: 'string', maxLength: 100 };
const seconds = { type: 'integer', minimum: 0 };
const sum = { amount: { type: 'integer', minimum: 1 }, currency: text, at: seconds };
const listOf = (properties: Record<string, object>) => ({
  type: 'array',
  maxItems: 10_000,
  items: {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  },
});
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['payments', 'disputes'],
  properties: {
    payments: listOf({ id: text, orderId: text, ...sum }),
    disputes: listOf({
      ...{ id: text, paymentId: text, reasonCode: text, respondBy: seconds, ...sum },
      phase: { enum: ['retrieval', 'chargeback', 'pre_arbitration', 'arbitration'] },
      status: { enum: ['open', 'under_review', 'won', 'lost', 'closed'] },
    }),
  },
};

/** A past that was made up elsewhere, so that what follows from it can happen here. Nobody is told. */
export function historyApi(
  app: FastifyInstance,
  orders: Orders,
  payments: Payments,
  disputes: Disputes,
): void {
  const says = 'Payments and disputes of the past: {payments, disputes}. Nobody is told of them.';
  const route = { config: { says }, schema: { body: schema }, bodyLimit: 8 << 20 };
  app.post<{ Body: History }>('/api/history', route, async ({ body }, reply) => {
    for (const one of body.payments) remember(one, orders, payments);
    for (const one of body.disputes) disputes.shelf.put(disputeOf(one), one.paymentId);
    return reply.code(204).send();
  });
}

function remember(past: PastPayment, orders: Orders, payments: Payments): void {
  const { amount, currency, at } = past;
  const order = orders.remember({ id: past.orderId, amount, currency, at });
  const payer = { email: 'void@razorpay.com', contact: '', description: null };
  const payment = newPayment(order, { method: 'card' }, payer, at);
  const captured = { status: 'captured', captured: true, ...fees(payment) } as const;
  payments.shelf.put({ ...payment, id: past.id, ...captured }, order.id);
}

function disputeOf(past: PastDispute): Dispute {
  const isTaken = past.phase !== 'retrieval' && past.status !== 'won';
  const { id, amount, currency, phase, status } = past;
  return {
    ...{ id, entity: 'dispute', payment_id: past.paymentId, amount, currency, phase, status },
    amount_deducted: isTaken ? amount : 0,
    reason_code: past.reasonCode,
    respond_by: past.respondBy,
    evidence: null,
    created_at: past.at,
  };
}
