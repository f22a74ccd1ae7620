import { minor, negate, type Money } from '@money';
import type { Aggregate } from '@kernel/aggregate';
import type { Journal as Booking } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { JournalEvent } from './journals.events';

export interface Side {
  readonly account: string;
  readonly amount: Money;
}

export interface PostedJournal {
  readonly status: 'posted' | 'reversed';
  readonly journalId: string;
  readonly legs: readonly Side[];
}

export type Journal = { readonly status: 'none' } | PostedJournal;

export const journal: Aggregate<Journal, JournalEvent> = {
  category: 'journal',
  initial: { status: 'none' },
  evolve(state, { type, data }) {
    if (type === 'JournalPosted') return { ...data, status: 'posted' };
    return state.status === 'none' ? state : { ...state, status: 'reversed' };
  },
};

/** Two legs or more, none of nothing, and every currency sums to zero. */
export function balanced(legs: readonly Side[]): readonly Side[] {
  if (legs.length < 2 || legs.some(({ amount }) => minor(amount) === 0n))
    reject('journals.unbalanced');
  const totals = new Map<string, bigint>();
  for (const { amount } of legs)
    totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + minor(amount));
  if ([...totals.values()].some((total) => total !== 0n)) reject('journals.unbalanced');
  return legs;
}

/** Whose wallets it touches: they neither propose nor approve it. */
export const ownersOf = (legs: readonly Side[]): string[] => [
  ...new Set(
    legs.flatMap(({ account }) => {
      const [kind, owner] = account.split(':');
      return (kind === 'wallet' || kind === 'receivable') && owner ? [owner] : [];
    }),
  ),
];

export interface Posting {
  readonly journalId: string;
  readonly approvalId: string;
  readonly legs: readonly Side[];
  readonly effectiveAt: string;
}

/**
 * A closed period takes nothing: what comes too late goes into the open one, with a link. Never into
 * the future.
 */
export function post(
  state: Journal,
  { effectiveAt, ...posting }: Posting,
  { now, openFrom }: { now: Date; openFrom: Date | null },
): JournalEvent {
  if (state.status !== 'none') reject('journals.already_posted');
  const wanted = new Date(effectiveAt);
  if (wanted > now) reject('journals.in_the_future');
  const isLate = openFrom !== null && wanted < openFrom;
  const legs = [...balanced(posting.legs)];
  const at = isLate ? now : wanted;
  const lateFor = isLate ? effectiveAt.slice(0, 7) : null;
  const fact = { ...posting, legs, effectiveAt: at.toISOString(), lateFor };
  return { type: 'JournalPosted', data: fact };
}

/** At most once, and always now: the past stays as it was. */
export function reverse(state: Journal, approvalId: string, now: Date): JournalEvent {
  const posted = reversible(state);
  const legs = posted.legs.map(({ account, amount }) => ({ account, amount: negate(amount) }));
  const { journalId } = posted;
  const fact = { journalId, approvalId, legs, effectiveAt: now.toISOString() };
  return { type: 'JournalReversed', data: fact };
}

export function reversible(state: Journal): PostedJournal {
  if (state.status === 'none') return reject('journals.not_found');
  if (state.status === 'reversed') return reject('journals.already_reversed');
  return state;
}

export function booking(fact: Extract<JournalEvent, { data: { legs: Side[] } }>): Booking {
  const kind = fact.type === 'JournalPosted' ? 'adjustment' : 'adjustment_reversed';
  return {
    cause: fact,
    legs: fact.data.legs.map(({ account, amount }) => ({
      account,
      amountMinor: minor(amount),
      currency: amount.currency,
      kind,
    })),
  };
}
