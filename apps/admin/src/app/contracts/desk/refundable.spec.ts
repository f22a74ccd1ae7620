import { money } from '@money';
import type { DepositView } from '@wire/payments';
import { goodwillFault, refundable, refundFault, takesTwo } from './refundable';

const inr = (minor: number) => money(minor, 'INR');
const deposit: DepositView = {
  ...{ id: 'd1', contractId: 'c1', milestoneId: 'm1', state: 'captured' },
  ...{ amount: inr(10_000), refunded: inr(0), failure: null, method: 'card' },
  ...{ createdAt: '2026-11-01T00:00:00Z', capturedAt: '2026-11-01T00:00:00Z' },
};

describe('A refund by staff', () => {
  it('is of a payment that came in and has not gone back whole', () => {
    const failed = { ...deposit, id: 'd2', state: 'failed' as const };
    const gone = { ...deposit, id: 'd3', state: 'refunded' as const, refunded: inr(10_000) };
    const half = { ...deposit, id: 'd4', state: 'partially_refunded' as const, refunded: inr(1) };
    expect(refundable([deposit, failed, gone, half]).map(({ id }) => id)).toEqual(['d1', 'd4']);
  });

  it('is more than nothing and not more than the rest', () => {
    expect(refundFault(null, inr(5))).toBe('amount');
    expect(refundFault(inr(0), inr(5))).toBe('amount');
    expect(refundFault(inr(6), inr(5))).toBe('too_much');
    expect(refundFault(inr(5), inr(5))).toBeNull();
  });

  it('takes two people above ₹25,000', () => {
    expect(takesTwo(inr(2_500_000))).toBe(false);
    expect(takesTwo(inr(2_500_001))).toBe(true);
  });
});

describe('Goodwill', () => {
  it('is at most ₹5,000', () => {
    expect(goodwillFault(inr(500_000))).toBeNull();
    expect(goodwillFault(inr(500_001))).toBe('too_much');
    expect(goodwillFault(inr(0))).toBe('amount');
  });
});
