import { isZero, negate, subtract, type Money } from '@money';
import type { BreakKind } from '@wire/reconciliation';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { ReconciliationEvent } from './reconciliation.events';

type EventNamed<Type> = Extract<ReconciliationEvent, { type: Type }>;
type Opened = EventNamed<'BreakOpened'>['data'];
type Run = EventNamed<'ReconciliationRun'>['data'];

export interface Break extends Opened {
  readonly status: 'open' | 'proposed' | 'resolved';
  readonly outcome: EventNamed<'BreakResolved'>['data']['outcome'] | null;
  readonly approvalId: string | null;
}

/** One day of one partner, or of the control accounts. */
export interface Reconciled {
  readonly run: Run | null;
  readonly breaks: Readonly<Record<string, Break>>;
}

export const reconciliation: Aggregate<Reconciled, ReconciliationEvent> = {
  category: 'recon',
  initial: { run: null, breaks: {} },
  evolve(state, fact) {
    const { type, data } = fact;
    if (type === 'ReconciliationRun') return { ...state, run: data };
    if (type === 'StatementRefused') return state;
    if (type === 'BreakOpened')
      return change(state, data.breakId, {
        ...{ ...data, status: 'open', outcome: null, approvalId: null },
      });
    const before = state.breaks[data.breakId];
    return before ? change(state, data.breakId, follow(before, fact)) : state;
  },
};

const change = (state: Reconciled, id: string, one: Break): Reconciled => ({
  ...state,
  breaks: { ...state.breaks, [id]: one },
});

function follow(before: Break, { type, data }: ReconciliationEvent): Break {
  if (type === 'BreakEntriesProposed')
    return { ...before, status: 'proposed', approvalId: data.approvalId };
  if (type === 'BreakEntriesRefused') return { ...before, status: 'open', approvalId: null };
  if (type === 'BreakResolved') return { ...before, status: 'resolved', outcome: data.outcome };
  return before;
}

export type Found = Opened;

/**
 * What a look at a day comes to: differences that are new, and open ones that are there no more. What
 * people explained stays explained. Nothing new means no facts.
 */
export function take(
  state: Reconciled,
  run: Omit<Run, 'breaks' | 'opened'> | null,
  found: readonly Found[],
): ReconciliationEvent[] {
  const opened = found.filter(({ breakId }) => mayOpen(state.breaks[breakId]));
  const here = new Set(found.map(({ breakId }) => breakId));
  const gone = Object.values(state.breaks).filter(
    ({ breakId, status }) => status !== 'resolved' && !here.has(breakId),
  );
  const counted = run && { ...run, breaks: found.length, opened: opened.length };
  const same = !counted || (state.run !== null && isSame(state.run, counted));
  if (same && opened.length === 0 && gone.length === 0) return [];
  return [
    ...(counted ? [{ type: 'ReconciliationRun' as const, data: counted }] : []),
    ...opened.map((data) => ({ type: 'BreakOpened' as const, data })),
    ...gone.map(({ breakId }) => ended(breakId, 'gone')),
  ];
}

const mayOpen = (one: Break | undefined): boolean => !one || one.outcome === 'gone';

const isSame = (a: Run, b: Run): boolean =>
  JSON.stringify({ ...a, opened: 0 }) === JSON.stringify({ ...b, opened: 0 });

const ended = (breakId: string, outcome: 'gone' | 'arrived'): EventNamed<'BreakResolved'> => ({
  type: 'BreakResolved',
  data: { breakId, outcome, by: null, sha256: null, approvalId: null },
});

/** What was overdue came after all; it tells of its being late itself. */
export function arrive(state: Reconciled, breakId: string): ReconciliationEvent[] {
  const one = state.breaks[breakId];
  return one && one.status !== 'resolved' ? [ended(breakId, 'arrived')] : [];
}

/** A difference that nobody resolved yet. */
export function standing(state: Reconciled, breakId: string): Break {
  const one = state.breaks[breakId] ?? reject('reconciliation.break_not_found');
  return one.status === 'resolved' ? reject('reconciliation.already_resolved') : one;
}

export function resolve(
  state: Reconciled,
  breakId: string,
  words: { outcome: 'explained' | 'corrected_by_gateway' | 'timing'; by: string; sha256: string },
): ReconciliationEvent {
  if (standing(state, breakId).status === 'proposed') reject('reconciliation.entries_waiting');
  return { type: 'BreakResolved', data: { breakId, ...words, approvalId: null } };
}

export function propose(
  state: Reconciled,
  breakId: string,
  { approvalId, by }: { approvalId: string; by: string },
): ReconciliationEvent {
  if (standing(state, breakId).status === 'proposed') reject('reconciliation.entries_waiting');
  return { type: 'BreakEntriesProposed', data: { breakId, approvalId, by } };
}

/** The second person decided about the entries. */
export function decided(
  state: Reconciled,
  { breakId, approvalId, isPosted }: { breakId: string; approvalId: string; isPosted: boolean },
): ReconciliationEvent[] {
  const one = state.breaks[breakId];
  if (one?.status !== 'proposed' || one.approvalId !== approvalId) return [];
  if (!isPosted) return [{ type: 'BreakEntriesRefused', data: { breakId, approvalId } }];
  const end = { breakId, outcome: 'posted', by: null, sha256: null, approvalId } as const;
  return [{ type: 'BreakResolved', data: end }];
}

const accounts = { razorpay: 'gateway:razorpay', razorpayx: 'bank:razorpayx' } as const;
const against: Partial<Record<BreakKind, string>> = {
  missing: 'suspense',
  extra: 'suspense',
  wrong_amount: 'suspense',
  wrong_fee: 'loss',
};

/**
 * Entries that make the ledger say what the statement says. The other side is suspense, until somebody
 * knows whose money it is; a fee beyond the price list is a loss of the house.
 */
export function suggested(one: Pick<Found, 'source' | 'kind' | 'expected' | 'actual'>) {
  const other = against[one.kind];
  const more = subtract(one.actual, one.expected);
  if (!other || one.source === 'ledger' || isZero(more)) return [];
  // A higher fee leaves less with the gateway.
  const held: Money = one.kind === 'wrong_fee' ? negate(more) : more;
  return [
    { account: accounts[one.source], amount: negate(held) },
    { account: other, amount: held },
  ];
}
