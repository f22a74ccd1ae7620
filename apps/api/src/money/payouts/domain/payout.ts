import { minor, type Money } from '@money';
import { approvalLimitMinor, type PayoutState } from '@wire/payouts';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { PayoutEvent } from './payouts.events';

export interface OpenPayout {
  readonly status: PayoutState;
  readonly payoutId: string;
  readonly providerId: string;
  readonly bankAccountId: string;
  readonly amount: Money;
  /** Why people look at it. */
  readonly flags: readonly string[];
  /** Under which it is prepared; none before, and none after one that came to nothing. */
  readonly approvalId?: string;
  /** How many preparations came to nothing. */
  readonly lapses: number;
  readonly gatewayPayoutId?: string;
}

export type Payout = { readonly status: 'none' } | OpenPayout;

export const payout: Aggregate<Payout, PayoutEvent> = {
  category: 'payout',
  initial: { status: 'none' },
  evolve,
};

const next: Record<
  Exclude<PayoutEvent['type'], 'PayoutRequested' | 'PayoutPrepared' | 'PayoutPreparationLapsed'>,
  PayoutState
> = {
  PayoutApproved: 'approved',
  PayoutRejected: 'rejected',
  PayoutSubmitted: 'processing',
  PayoutOutcomeUnknown: 'unknown',
  PayoutPaid: 'paid',
  PayoutFailed: 'failed',
  PayoutReversed: 'reversed',
};

function evolve(state: Payout, { type, data }: PayoutEvent): Payout {
  if (type === 'PayoutRequested') return { ...data, status: 'awaiting_approval', lapses: 0 };
  if (state.status === 'none') return state;
  // One that was prepared without an approval is prepared again.
  if (type === 'PayoutPrepared')
    return data.approvalId === undefined ? state : { ...state, approvalId: data.approvalId };
  if (type === 'PayoutPreparationLapsed') {
    const { approvalId: _, ...free } = state;
    return { ...free, lapses: state.lapses + 1 };
  }
  const gatewayPayoutId = 'gatewayPayoutId' in data ? data.gatewayPayoutId : undefined;
  return { ...state, status: next[type], ...(gatewayPayoutId && { gatewayPayoutId }) };
}

const freshMs = 72 * 3_600_000;

export interface Destination {
  readonly id: string;
  readonly providerId: string;
  readonly state: string;
  readonly createdAt: Date;
  /** There was a proved one before it. */
  readonly isChange: boolean;
}

const restMs = 24 * 3_600_000;

/** Until when a bank account rests that took the place of another: its owner has that long to object. */
export const restsUntil = ({ createdAt, isChange }: Pick<Destination, 'createdAt' | 'isChange'>) =>
  isChange ? new Date(createdAt.getTime() + restMs) : null;

/** Up to the limit and to a bank account that is not new, nobody needs to look at it. */
export function request(
  by: string,
  wish: { payoutId: string; amount: Money; to: Destination; now: Date },
): PayoutEvent[] {
  const { payoutId, amount, to, now } = wish;
  if (to.providerId !== by) reject('payouts.bank_not_found');
  if (to.state !== 'verified') reject('payouts.bank_unverified');
  const rest = restsUntil(to);
  if (rest && now < rest) reject('payouts.bank_resting', { until: rest.toISOString() });
  const above = minor(amount) > approvalLimitMinor;
  const fresh = now.getTime() - to.createdAt.getTime() < freshMs;
  const flags = [
    ...(above ? (['above_limit'] as const) : []),
    ...(above && fresh ? (['new_bank_account'] as const) : []),
  ];
  const ids = { payoutId, providerId: by };
  const requested: PayoutEvent = {
    type: 'PayoutRequested',
    data: { ...ids, bankAccountId: to.id, amount, flags },
  };
  if (above) return [requested];
  return [requested, { type: 'PayoutApproved', data: { ...ids, checkerId: null } }];
}

/** Whether this person may ask for its approval now. */
export function mayPrepare(state: Payout, by: string): OpenPayout {
  const open = known(state);
  if (open.status !== 'awaiting_approval') reject('payouts.not_awaiting_approval');
  if (open.providerId === by) reject('payouts.own_payout');
  if (open.approvalId !== undefined) reject('payouts.already_prepared');
  return open;
}

/** Two people agreed under this approval; one that the payout was not prepared under moves nothing. */
export function approve(
  state: Payout,
  { approvalId, checkerId }: { approvalId: string; checkerId: string },
): PayoutEvent {
  const open = known(state);
  if (open.status !== 'awaiting_approval') reject('payouts.not_awaiting_approval');
  if (open.approvalId !== approvalId) reject('payouts.not_prepared');
  return { type: 'PayoutApproved', data: { ...ids(open), approvalId, checkerId } };
}

/** What became of an approval for it, other than that it was granted. */
export type ApprovalWord =
  | { readonly kind: 'asked'; readonly approvalId: string; readonly makerId: string }
  | { readonly kind: 'denied'; readonly approvalId: string; readonly checkerId: string }
  | { readonly kind: 'lapsed'; readonly approvalId: string };

/** The first that asks prepares it; words about any other approval, and repeated ones, say nothing. */
export function hear(state: Payout, word: ApprovalWord): PayoutEvent[] {
  const open = known(state);
  if (open.status !== 'awaiting_approval') return [];
  const { approvalId } = word;
  const own = { ...ids(open), approvalId };
  if (word.kind === 'asked')
    return open.approvalId === undefined
      ? [{ type: 'PayoutPrepared', data: { ...own, makerId: word.makerId } }]
      : [];
  if (open.approvalId !== approvalId) return [];
  if (word.kind === 'lapsed') return [{ type: 'PayoutPreparationLapsed', data: own }];
  const { checkerId } = word;
  return [{ type: 'PayoutRejected', data: { ...own, checkerId, amount: open.amount } }];
}

/** What the bank partner says of a transfer; without an id it never took it. */
export interface TransferWord {
  readonly gatewayPayoutId: string;
  readonly status: string;
  readonly utr: string;
  readonly failure: string;
}

/** Whatever order and however often it is said: paid once, returned at most once. */
export function observe(state: Payout, word: TransferWord): PayoutEvent[] {
  const open = known(state);
  const whole = { ...ids(open), amount: open.amount };
  const reason = word.failure || word.status;
  const inFlight = ['approved', 'processing', 'unknown', 'submitted'].includes(open.status);
  const accepted: PayoutEvent[] =
    inFlight && !open.gatewayPayoutId && word.gatewayPayoutId !== ''
      ? [{ type: 'PayoutSubmitted', data: { ...ids(open), gatewayPayoutId: word.gatewayPayoutId } }]
      : [];
  if (inFlight && word.status === 'processed')
    return [
      ...accepted,
      { type: 'PayoutPaid', data: { ...whole, utr: word.utr || word.gatewayPayoutId } },
    ];
  if (inFlight && ['failed', 'reversed', 'cancelled', 'rejected'].includes(word.status))
    return [...accepted, { type: 'PayoutFailed', data: { ...whole, reason } }];
  if (open.status === 'paid' && word.status === 'reversed')
    return [{ type: 'PayoutReversed', data: { ...whole, reason } }];
  return accepted;
}

/** No answer in time: neither sent nor refused, until asked. */
export function lost(state: Payout): PayoutEvent[] {
  const open = known(state);
  return open.status === 'approved' ? [{ type: 'PayoutOutcomeUnknown', data: ids(open) }] : [];
}

const ids = ({ payoutId, providerId }: OpenPayout) => ({ payoutId, providerId });

export function known(state: Payout): OpenPayout {
  return state.status === 'none' ? reject('payouts.not_found') : state;
}
