const dayMs = 86_400_000;
/** The partners count their days in India, which has no summer time. */
const zoneMs = 5.5 * 3_600_000;

/** The day of business, so many days before that of an instant. */
export const daysBefore = (now: number, days: number): string =>
  new Date(now + zoneMs - days * dayMs).toISOString().slice(0, 10);

/** Whether an address says a day at all: `2026-02-30` is none. */
export function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Days before or after another day. */
export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
