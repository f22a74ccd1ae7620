import { money, type Currency, type Money } from '@money';
import type { BreakKind, Gateway, LineKind } from '@wire/reconciliation';
import { derivedId } from '@kernel/derived-id';
import { daysAfter } from '@kernel/business-days';

/** A line of a statement. Amounts from where the house stands: money in is positive. */
export interface Line {
  readonly date: string;
  readonly kind: LineKind;
  readonly reference: string;
  /** The second line about the same thing on one day is turn 2. */
  readonly turn: number;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly fee: bigint | null;
  readonly tax: bigint | null;
  readonly utr: string | null;
  readonly at: Date;
}

/** What the ledger says of the same thing. */
export interface Booking {
  readonly journal: string;
  readonly kind: LineKind;
  readonly reference: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly day: string;
}

export interface Terms {
  readonly feeBps: number;
  readonly taxBps: number;
  readonly dueDays: number;
}

export interface Difference {
  readonly breakId: string;
  readonly source: Gateway;
  /** The day whose stream tells it: the same however often and whenever it is found. */
  readonly date: string;
  readonly kind: BreakKind;
  readonly reference: string;
  readonly expected: Money;
  readonly actual: Money;
  readonly journalId: string | null;
}

export interface Matched {
  readonly line: Line;
  readonly journal: string | null;
}

export interface Comparison {
  readonly matched: readonly Matched[];
  readonly differences: readonly Difference[];
  /** Bookings that were overdue and came now: their old difference is over, on the day it was due. */
  readonly arrived: readonly { readonly date: string; readonly breakId: string }[];
}

export interface Question {
  readonly gateway: Gateway;
  readonly day: string;
  /** Lines of the day, and lines of days before that found no booking yet. */
  readonly lines: readonly Line[];
  /** Bookings up to the day that no line of another day stands for. */
  readonly bookings: readonly Booking[];
  /** References that are ours although nothing is booked for them yet. */
  readonly known: ReadonlySet<string>;
  readonly terms: Terms;
}

type Found = Pick<Line, 'kind' | 'reference' | 'currency'>;
const keyOf = ({ kind, reference, currency }: Found): string => `${kind} ${reference} ${currency}`;

/** What the gateway may keep of a payment by its price list, the tax on it included. Half goes up. */
export function fees(amount: bigint, { feeBps, taxBps }: Terms): bigint {
  const share = (of: bigint, bps: number) => (of * BigInt(bps) + 5_000n) / 10_000n;
  const net = share(amount, feeBps);
  return net + share(net, taxBps);
}

/** Every line finds its booking or is a difference; every booking that is due and has none is too. */
export function compare(question: Question): Comparison {
  const { lines, day, terms } = question;
  const free = new Map<string, Booking[]>();
  for (const one of question.bookings) free.set(keyOf(one), [...(free.get(keyOf(one)) ?? []), one]);
  const matched: Matched[] = [];
  const differences: Difference[] = [];
  const arrived: { date: string; breakId: string }[] = [];
  const lonely: Line[] = [];
  for (const line of lines) {
    const booking = free.get(keyOf(line))?.shift();
    if (!booking) {
      lonely.push(line);
      continue;
    }
    matched.push({ line, journal: booking.journal });
    differences.push(...ofPair(question, line, booking));
    const due = daysAfter(booking.day, terms.dueDays);
    if (line.date > due) arrived.push({ date: due, breakId: missing(question, booking).breakId });
  }
  const returned = pairs(lonely);
  matched.push(...returned.map((line) => ({ line, journal: null })));
  for (const line of lonely)
    if (!returned.includes(line)) differences.push(...ofLonely(question, line));
  for (const booking of [...free.values()].flat())
    if (daysAfter(booking.day, terms.dueDays) === day) differences.push(missing(question, booking));
  return { matched, differences, arrived };
}

/** Money that left and came back before it counted here: the two lines settle one another. */
function pairs(lonely: readonly Line[]): Line[] {
  return lonely.filter(
    ({ kind, reference, amount, currency }) =>
      (kind === 'payout' || kind === 'payout_returned') &&
      lonely.some(
        (other) =>
          other.reference === reference &&
          other.kind !== kind &&
          other.currency === currency &&
          other.amount === -amount,
      ),
  );
}

function ofPair(question: Question, line: Line, booking: Booking): Difference[] {
  const { terms } = question;
  const { journal } = booking;
  const found: Difference[] = [];
  const said = (kind: BreakKind, expected: bigint, actual: bigint) =>
    found.push(difference(question, line, { kind, date: line.date, expected, actual, journal }));
  // The fee on another amount is another fee: one difference is enough.
  const price = fees(line.amount, terms);
  if (line.amount !== booking.amount) said('wrong_amount', booking.amount, line.amount);
  else if (line.kind === 'payment' && line.fee !== null && line.fee !== price)
    said('wrong_fee', price, line.fee);
  if (line.date > daysAfter(booking.day, terms.dueDays)) said('late', booking.amount, line.amount);
  return found;
}

/** A line of something under way may wait for its booking; one of nobody's may not. */
function ofLonely(question: Question, line: Line): Difference[] {
  const { known, day, terms } = question;
  const until = daysAfter(line.date, terms.dueDays);
  const date = known.has(line.reference) ? until : line.date;
  if (date !== day) return [];
  const extra = { kind: 'extra', date, expected: 0n, actual: line.amount, journal: null } as const;
  return [difference(question, line, extra)];
}

function missing(question: Question, booking: Booking): Difference {
  const { day, amount, journal } = booking;
  const date = daysAfter(day, question.terms.dueDays);
  const parts = { kind: 'missing', date, expected: amount, actual: 0n, journal } as const;
  return difference(question, { ...booking, turn: 1 }, parts);
}

interface Parts {
  readonly kind: BreakKind;
  readonly date: string;
  readonly expected: bigint;
  readonly actual: bigint;
  readonly journal: string | null;
}

function difference(
  { gateway }: Question,
  { reference, currency, turn, kind: of }: Found & { turn: number },
  { kind, date, expected, actual, journal }: Parts,
): Difference {
  return {
    breakId: derivedId('break', gateway, kind, of, currency, reference, String(turn), date),
    source: gateway,
    date,
    kind,
    reference,
    expected: money(expected, currency),
    actual: money(actual, currency),
    journalId: journal,
  };
}
