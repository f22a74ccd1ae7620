/** What is left until an instant, in the largest two units that matter. */
export interface Left {
  /** Whole days, hours and minutes; all zero once it is past. */
  days: number;
  hours: number;
  minutes: number;
  past: boolean;
  /** `calm` above three days, `soon` above one, `urgent` below. */
  pressure: 'calm' | 'soon' | 'urgent';
}
const minute = 60_000;

export function left(until: string, now: number): Left {
  const ms = Date.parse(until) - now;
  const minutes = Math.max(0, Math.floor(ms / minute));
  const hours = ms / 3_600_000;
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
    past: ms <= 0,
    pressure: hours > 72 ? 'calm' : hours > 24 ? 'soon' : 'urgent',
  };
}

/** "4 days 3 hr", "52 min": as the locale writes it. */
export function leftText({ days, hours, minutes }: Left, locale: string): string {
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  if (days > 0)
    return hours > 0 && days < 7
      ? `${unit(days, 'day')} ${unit(hours, 'hour')}`
      : unit(days, 'day');
  if (hours > 0)
    return minutes > 0 ? `${unit(hours, 'hour')} ${unit(minutes, 'minute')}` : unit(hours, 'hour');
  return unit(minutes, 'minute');
}

/** "4 Nov 2026, 18:00 IST": a moment in one zone, the zone named. */
export const momentText = (at: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(Date.parse(at));

/** "in 3 days", "2 hours ago". */
export function relativeText(at: string, now: number, locale: string): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const size = Math.abs(seconds);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (size < 45) return words.format(0, 'second');
  if (size < 3_570) return words.format(Math.round(seconds / 60), 'minute');
  if (size < 84_600) return words.format(Math.round(seconds / 3_600), 'hour');
  if (size < 2_592_000) return words.format(Math.round(seconds / 86_400), 'day');
  if (size < 31_000_000) return words.format(Math.round(seconds / 2_629_800), 'month');
  return words.format(Math.round(seconds / 31_557_600), 'year');
}
