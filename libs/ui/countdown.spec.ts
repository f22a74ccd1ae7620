import { left, leftText, momentText, relativeText } from './countdown';

const now = Date.parse('2026-11-02T10:00:00Z');
const text = (until: string) => leftText(left(until, now), 'en');

describe('a countdown', () => {
  it('says the two units that matter', () => {
    expect(text('2026-11-04T13:30:00Z')).toBe('2 days 3 hours');
    expect(text('2026-11-16T13:30:00Z')).toBe('14 days');
    expect(text('2026-11-02T15:20:00Z')).toBe('5 hours 20 minutes');
    expect(text('2026-11-02T10:52:00Z')).toBe('52 minutes');
  });

  it('presses only when time is short', () => {
    const pressure = (until: string) => left(until, now).pressure;
    expect(pressure('2026-11-16T10:00:00Z')).toBe('calm');
    expect(pressure('2026-11-04T10:00:00Z')).toBe('soon');
    expect(pressure('2026-11-02T20:00:00Z')).toBe('urgent');
  });

  it('stops at zero', () => {
    const gone = left('2026-11-02T09:59:00Z', now);
    expect(gone).toMatchObject({ past: true, days: 0, hours: 0, minutes: 0 });
  });

  it('shows one deadline on two clocks, each with its zone', () => {
    const at = '2026-11-16T12:30:00Z';
    expect(momentText(at, 'en-IN', 'Asia/Kolkata')).toMatch(/16 Nov 2026.*18:00.*(IST|GMT\+5:30)/);
    expect(momentText(at, 'en-IN', 'Africa/Cairo')).toMatch(/16 Nov 2026.*14:30.*GMT\+2/);
  });
});

describe('a relative time', () => {
  it.each([
    ['2026-11-02T09:59:40Z', 'now'],
    ['2026-11-02T09:20:00Z', '40 minutes ago'],
    ['2026-11-02T07:00:00Z', '3 hours ago'],
    ['2026-11-01T09:00:00Z', 'yesterday'],
    ['2026-11-07T10:00:00Z', 'in 5 days'],
    ['2025-11-02T10:00:00Z', 'last year'],
  ])('%s reads "%s"', (at, words) => {
    expect(relativeText(at, now, 'en')).toBe(words);
  });
});
