import { adds, instantOr, lastUpTo, spanOf } from './in-time';

const now = Date.parse('2026-11-02T12:00:00Z');
const step = (recordedAt: string, effectiveAt = recordedAt) => ({
  event: { eventId: 'e', stream: 's', version: 1, type: 'T', recordedAt, effectiveAt },
});
const steps = [
  step('2026-11-01T10:00:00Z', '2026-10-01T10:00:00Z'),
  step('2026-11-01T11:00:00Z'),
  step('2026-11-01T11:00:00Z'),
  step('2026-11-02T09:00:00Z'),
];
const inr = (amountMinor: string) => ({ amountMinor, currency: 'INR' as const });

describe('the span of the time machine', () => {
  it('is as many days as were chosen', () => {
    expect(spanOf('7', [], now)).toEqual({ from: now - 7 * 86_400_000, to: now });
  });

  it('begins a little before the first change when nothing was chosen', () => {
    const { from, to } = spanOf(undefined, [now - 100_000_000, now - 50_000_000], now);
    expect(from).toBe(now - 102_000_000);
    expect(to).toBe(now);
  });

  it('is three months when nothing is known, whatever the address says', () => {
    expect(spanOf('12', [], now).from).toBe(now - 90 * 86_400_000);
  });
});

describe('an instant of the address', () => {
  it('is the one it says, or now', () => {
    expect(instantOr('2026-11-01T10:00:00Z', now)).toBe(Date.parse('2026-11-01T10:00:00Z'));
    expect(instantOr('yesterday', now)).toBe(now);
    expect(instantOr(undefined, now)).toBe(now);
  });
});

describe('the steps of a contract', () => {
  it('count up to the instant, all of one transaction together', () => {
    expect(lastUpTo(steps, Date.parse('2026-11-01T11:00:00Z'), 'recorded')).toBe(2);
    expect(lastUpTo(steps, now, 'recorded')).toBe(3);
  });

  it('count by when they took effect, too', () => {
    expect(lastUpTo(steps, Date.parse('2026-10-15T00:00:00Z'), 'effective')).toBe(0);
    expect(lastUpTo(steps, Date.parse('2026-10-15T00:00:00Z'), 'recorded')).toBe(-1);
  });

  it('add up when both sides are the same, to the last unit', () => {
    expect(adds({ debit: inr('4000000'), credit: inr('4000000') })).toBe(true);
    expect(adds({ debit: inr('4000000'), credit: inr('3999999') })).toBe(false);
    expect(adds({ debit: null, credit: null })).toBe(true);
  });
});
