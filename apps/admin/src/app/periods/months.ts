/** At most so many open months are shown. */
const most = 12;

const monthOf = (date: Date): string => date.toISOString().slice(0, 7);

/** The months that are over and not closed, oldest first: closing one closes the ones before it. */
export function openMonths(lastClosed: string | null, now: number): string[] {
  const today = new Date(now);
  const ended = Array.from({ length: most }, (_, back) =>
    monthOf(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1 - back, 1))),
  );
  return ended.filter((month) => lastClosed === null || month > lastClosed).toReversed();
}
