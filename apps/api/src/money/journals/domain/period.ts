import { reject } from '@kernel/reject';

/** The instant at which a month is over, UTC. */
export function endOf(period: string): Date {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1));
}

/** Months are closed in order, once, and not before they are over. */
export function closable(period: string, last: string | null, now: Date): Date {
  const end = endOf(period);
  if (end > now) reject('periods.not_over');
  if (last !== null && period <= last) reject('periods.already_closed');
  return end;
}
