import { add, equals, isGreater, subtract, zero, type Money } from '@money';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { PaymentEvent } from './payments.events';

type EventNamed<Type> = Extract<PaymentEvent, { type: Type }>;

interface Refund {
  readonly amount: Money;
  readonly state: 'requested' | 'completed' | 'failed';
}

export interface OpenDeposit {
  readonly status: 'created' | 'authorized' | 'captured';
  readonly depositId: string;
  readonly clientId: string;
  readonly contractId: string;
  readonly milestoneId: string;
  readonly gatewayOrderId: string;
  readonly gatewayPaymentId?: string;
  readonly amount: Money;
  readonly failedAttempts: readonly string[];
  readonly refunds: Readonly<Record<string, Refund>>;
}

export type Deposit = { readonly status: 'none' } | OpenDeposit;

export const deposit: Aggregate<Deposit, PaymentEvent> = {
  category: 'deposit',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: Deposit, { type, data }: PaymentEvent): Deposit {
  if (type === 'DepositInitiated')
    return { ...data, status: 'created', failedAttempts: [], refunds: {} };
  if (state.status === 'none') return state;
  switch (type) {
    case 'DepositAuthorized':
      return { ...state, status: 'authorized' };
    case 'DepositCaptured':
      return { ...state, status: 'captured', gatewayPaymentId: data.gatewayPaymentId };
    case 'DepositFailed':
      return { ...state, failedAttempts: [...state.failedAttempts, data.gatewayPaymentId] };
    case 'DepositRefundRequested':
      return withRefund(state, data.refundId, { amount: data.amount, state: 'requested' });
    case 'DepositRefundCompleted':
      return withRefund(state, data.refundId, { amount: data.amount, state: 'completed' });
    case 'DepositRefundFailed':
      return withRefund(state, data.refundId, { amount: data.amount, state: 'failed' });
  }
}

const withRefund = (state: OpenDeposit, id: string, refund: Refund): OpenDeposit => ({
  ...state,
  refunds: { ...state.refunds, [id]: refund },
});

/** What the gateway says of one payment, in its own words. */
export interface GatewayPayment {
  readonly id: string;
  readonly status: 'created' | 'authorized' | 'captured' | 'refunded' | 'failed';
  readonly amount: Money;
  readonly method: string;
  readonly code: string;
}

/**
 * States only climb: created → authorized → captured. Whatever comes twice, late or out of order
 * says nothing new. A failed attempt never undoes a captured one.
 */
export function observe(state: Deposit, payment: GatewayPayment): PaymentEvent[] {
  const open = known(state);
  const { depositId, clientId, contractId, milestoneId, amount } = open;
  if (open.status === 'captured') return [];
  const { id: gatewayPaymentId, method } = payment;
  if (payment.status === 'captured' || payment.status === 'refunded') {
    if (!equals(payment.amount, amount)) reject('payments.amount_mismatch');
    const parties = { depositId, clientId, contractId, milestoneId };
    return [{ type: 'DepositCaptured', data: { ...parties, gatewayPaymentId, method, amount } }];
  }
  if (payment.status === 'authorized' && open.status === 'created')
    return [{ type: 'DepositAuthorized', data: { depositId, gatewayPaymentId, method } }];
  if (payment.status === 'failed' && !open.failedAttempts.includes(gatewayPaymentId))
    return [{ type: 'DepositFailed', data: { depositId, gatewayPaymentId, code: payment.code } }];
  return [];
}

/** Refunds under way or done never exceed what was captured. */
export function requestRefund(
  state: Deposit,
  by: string,
  { refundId, amount, reason }: { refundId: string; amount: Money; reason: string },
): EventNamed<'DepositRefundRequested'> {
  const open = known(state);
  if (open.clientId !== by) reject('payments.not_found');
  if (open.status !== 'captured') reject('payments.not_captured');
  if (amount.currency !== open.amount.currency) reject('money.currency_mismatch');
  const taken = Object.values(open.refunds)
    .filter((refund) => refund.state !== 'failed')
    .reduce((total, refund) => add(total, refund.amount), zero(open.amount.currency));
  if (isGreater(amount, subtract(open.amount, taken))) reject('payments.exceeds_captured');
  const { depositId, clientId } = open;
  return {
    type: 'DepositRefundRequested',
    data: { depositId, clientId, refundId, amount, reason },
  };
}

/** The gateway's word on a refund; a second word on the same refund says nothing. */
export function settleRefund(
  state: Deposit,
  refundId: string,
  outcome: { gatewayRefundId: string } | { code: string },
): PaymentEvent[] {
  const { depositId, clientId, refunds } = known(state);
  const refund = refunds[refundId];
  if (refund?.state !== 'requested') return [];
  const settled = { depositId, clientId, refundId, amount: refund.amount };
  if ('code' in outcome)
    return [{ type: 'DepositRefundFailed', data: { ...settled, code: outcome.code } }];
  const { gatewayRefundId } = outcome;
  return [{ type: 'DepositRefundCompleted', data: { ...settled, gatewayRefundId } }];
}

export function known(state: Deposit): OpenDeposit {
  return state.status === 'none' ? reject('payments.not_found') : state;
}
