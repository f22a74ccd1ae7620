/**
 * The dispute policy: what a ruling may cite, and the clocks of every step. A dispute keeps the
 * version that was in force when it was opened; a change is a new version.
 */
export const disputePolicy = {
  reference: '§4',
  version: '2026-01',
  answerBusinessDays: 5,
  negotiationBusinessDays: 5,
  mediationDays: 30,
  appealDays: 7,
  panelDays: 14,
  rules: [
    { reference: '§4.1', category: 'not_delivered', title: 'Nothing was delivered' },
    { reference: '§4.2', category: 'quality', title: 'Delivered, and short of what was agreed' },
    { reference: '§4.3', category: 'scope', title: 'The work changed after it was agreed' },
    { reference: '§4.4', category: 'delay', title: 'Delivered late' },
    { reference: '§4.5', category: 'conduct', title: 'One side made the work impossible' },
    { reference: '§4.9', category: null, title: 'Equity, where no other rule fits' },
  ],
} as const;

const dayMs = 86_400_000;

export const daysAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * dayMs).toISOString();

/** Saturdays and Sundays do not count, in UTC for both sides alike. */
export function businessDaysAfter(from: Date, days: number): string {
  let at = from.getTime();
  for (let left = days; left > 0;) {
    at += dayMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString();
}
