import { equals, isZero } from '@money';
import type {
  BreakDetail,
  DayView,
  ReconciliationRun,
  SafeguardingDay,
} from '@wire/reconciliation';

/** What a run came to: not read, nothing on either side, everything found its like, or not. */
export type Verdict = 'refused' | 'nothing' | 'matches' | 'differs';

export function verdictOf({ refusal, lines, breaks }: ReconciliationRun): Verdict {
  if (refusal !== null) return 'refused';
  if (breaks > 0) return 'differs';
  return lines === 0 ? 'nothing' : 'matches';
}

type Line = DayView['lines'][number];

/**
 * The line of the statement that a difference is about. A payment and its refund share a reference, so
 * the one with the amount (or the fee) of the difference goes before the others.
 */
export function lineOf(
  { kind, reference, actual }: Pick<BreakDetail, 'kind' | 'reference' | 'actual'>,
  lines: readonly Line[],
): Line | null {
  if (kind === 'missing' || reference === '') return null;
  const own = lines.filter((line) => line.reference === reference);
  const said = (line: Line) => (kind === 'wrong_fee' ? line.fee : line.amount);
  const exact = own.find((line) => {
    const amount = said(line);
    return amount !== null && equals(amount, actual);
  });
  return exact ?? own[0] ?? null;
}

/** A currency in which nothing is owed, held or under way on a day tells nothing. */
export function tells(day: SafeguardingDay): boolean {
  const { clientMoney, houseMoney, statement, inTransit, difference, openBreaks } = day;
  const sums = [clientMoney, houseMoney, statement, inTransit, difference];
  return openBreaks > 0 || sums.some((amount) => !isZero(amount));
}

/** How each currency stands at the end of the last day of a report. */
export function lastDays(days: readonly SafeguardingDay[]): SafeguardingDay[] {
  const last = days.reduce((latest, { date }) => (date > latest ? date : latest), '');
  return days.filter((day) => day.date === last && tells(day));
}
