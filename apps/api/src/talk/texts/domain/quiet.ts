import type { QuietHours } from '@wire/texts';

/** What holds for whoever chose nothing. */
export const usualHours: QuietHours = { isOn: true, from: '22:00', to: '08:00' };

/**
 * When the quiet hours end that `now` is in; undefined when it is in none. Where clocks change on that
 * night, a time that there is twice begins early and ends late: nobody is woken by the law of a country.
 */
export function quietUntil(now: Date, hours: QuietHours, timeZone: string): Date | undefined {
  const { isOn, from, to } = hours;
  if (!isOn || from === to) return undefined;
  const zone = knownZone(timeZone);
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const today = instant.toZonedDateTimeISO(zone).toPlainDate();
  const at = (day: Temporal.PlainDate, time: string, disambiguation: 'earlier' | 'later') =>
    day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  // The night may have begun yesterday; and where clocks jump at midnight, tomorrow's begins today.
  const ends = [-1, 0, 1].flatMap((days) => {
    const day = today.add({ days });
    const start = at(day, from, 'earlier');
    const end = at(from < to ? day : day.add({ days: 1 }), to, 'later');
    return start <= now.getTime() && now.getTime() < end ? [end] : [];
  });
  return ends.length > 0 ? new Date(Math.max(...ends)) : undefined;
}

/** A zone that no list of zones has is as good as none. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
