import type { Span } from '@ui/instants';
import type { Axis, Step } from './replay.api';

export const spans = [1, 7, 30, 90, 365] as const;
const dayMs = 86_400_000;

/** So many days up to now; without a wish, from the first change, or three months when none is known. */
export function spanOf(days: string | undefined, marks: readonly number[], now: number): Span {
  const wanted = spans.find((known) => String(known) === days);
  if (wanted) return { from: now - wanted * dayMs, to: now };
  if (marks.length === 0) return { from: now - 90 * dayMs, to: now };
  const first = Math.min(...marks);
  // A little before the first change, so that "nothing yet" can be looked at too.
  return { from: first - Math.max(60_000, Math.round((now - first) / 50)), to: now };
}

/** A time of the address, or the one that stands in for it. */
export function instantOr(text: string | undefined, otherwise: number): number {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? otherwise : at;
}

export const timeOf = ({ event }: Pick<Step, 'event'>, axis: Axis): number =>
  Date.parse(axis === 'recorded' ? event.recordedAt : event.effectiveAt);

/** The last step up to an instant, in the order of the record; -1 before the first. */
export const lastUpTo = (steps: readonly Pick<Step, 'event'>[], at: number, axis: Axis): number =>
  steps.findLastIndex((step) => timeOf(step, axis) <= at);

/** Whether a step moved money, and both sides of what it led to are the same. */
export function adds({ debit, credit }: Pick<Step, 'debit' | 'credit'>): boolean {
  return debit === null || debit.amountMinor === credit?.amountMinor;
}
