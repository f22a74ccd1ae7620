import { daysBefore, daysFrom, isDay } from './days';

describe('A day of business', () => {
  it('begins in India: late evening in London is the next day already', () => {
    expect(daysBefore(Date.parse('2026-11-20T18:29:00Z'), 0)).toBe('2026-11-20');
    expect(daysBefore(Date.parse('2026-11-20T18:30:00Z'), 0)).toBe('2026-11-21');
    expect(daysBefore(Date.parse('2026-11-20T18:30:00Z'), 1)).toBe('2026-11-20');
  });
  it('follows and precedes others across months', () => {
    expect(daysFrom('2026-11-30', 1)).toBe('2026-12-01');
    expect(daysFrom('2026-03-01', -1)).toBe('2026-02-28');
  });
  it('is one of the calendar', () => {
    expect(isDay('2026-11-20')).toBe(true);
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('yesterday')).toBe(false);
    expect(isDay(undefined)).toBe(false);
  });
});
