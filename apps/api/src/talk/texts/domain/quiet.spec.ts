import type { QuietHours } from '@wire/texts';
import { quietUntil, usualHours } from './quiet';

const until = (now: string, zone = 'Asia/Kolkata', hours: QuietHours = usualHours) =>
  quietUntil(new Date(now), hours, zone)?.toISOString();
const hours = (from: string, to: string): QuietHours => ({ ...usualHours, from, to });

describe('quiet hours', () => {
  it.each([
    ['before them', '2026-11-10T16:29:59Z', undefined],
    ['from their first moment', '2026-11-10T16:30:00Z', '2026-11-11T02:30:00.000Z'],
    ['after midnight', '2026-11-10T20:00:00Z', '2026-11-11T02:30:00.000Z'],
    ['until their last moment', '2026-11-11T02:29:59Z', '2026-11-11T02:30:00.000Z'],
    ['when they are over', '2026-11-11T02:30:00Z', undefined],
  ])('reach over midnight: %s', (_, now, end) => {
    expect(until(now)).toBe(end);
  });

  it('are of the person’s own zone', () => {
    const noonInIndia = '2026-11-10T06:30:00Z';
    expect(until(noonInIndia)).toBeUndefined();
    expect(until(noonInIndia, 'America/New_York')).toBe('2026-11-10T13:00:00.000Z');
    expect(until(noonInIndia, 'Nowhere/At-all')).toBe('2026-11-10T08:00:00.000Z');
  });

  it('may be of one day', () => {
    const afternoon = hours('13:00', '15:30');
    expect(until('2026-11-10T07:29:00Z', 'Asia/Kolkata', afternoon)).toBeUndefined();
    expect(until('2026-11-10T07:30:00Z', 'Asia/Kolkata', afternoon)).toBe(
      '2026-11-10T10:00:00.000Z',
    );
    expect(until('2026-11-10T17:00:00Z', 'Asia/Kolkata', afternoon)).toBeUndefined();
  });

  it('are none when they are switched off', () => {
    const off = { ...usualHours, isOn: false };
    expect(until('2026-11-10T20:00:00Z', 'Asia/Kolkata', off)).toBeUndefined();
  });

  it('end by the clock on the wall, in a night that is an hour shorter or longer', () => {
    // Berlin: 29 March 2026 has 23 hours, 25 October 2026 has 25.
    expect(until('2026-03-28T21:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z');
    expect(until('2026-10-24T20:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('end late where their end comes twice, and never begin again in that night', () => {
    const short = hours('22:00', '02:30');
    const berlin = (now: string) => until(now, 'Europe/Berlin', short);
    expect(berlin('2026-10-25T00:15:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(berlin('2026-10-25T00:45:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(berlin('2026-10-25T01:15:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(berlin('2026-10-25T01:30:00Z')).toBeUndefined();
  });

  it('begin and end where there is no such time on the clock', () => {
    // Cairo jumps from 24 April 2026, 00:00 to 01:00; Berlin from 02:00 to 03:00.
    expect(until('2026-04-23T21:45:00Z', 'Africa/Cairo', hours('00:30', '06:00'))).toBe(
      '2026-04-24T03:00:00.000Z',
    );
    expect(until('2026-03-29T00:45:00Z', 'Europe/Berlin', hours('22:00', '02:30'))).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });
});
