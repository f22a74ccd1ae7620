import fc from 'fast-check';
import { fundingReceipt, releaseReceipt, standardFees } from './fees';
import { add, allocate, decimal, isGreater, minor, money, parse, portion, sum } from './money';

const inr = (n: number) => money(n, 'INR');
const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const weights = fc
  .array(fc.nat(10_000), { minLength: 1, maxLength: 8 })
  .filter((list) => list.some((weight) => weight > 0));

describe('money', () => {
  it('splits so that the parts always add up to the whole', () => {
    fc.assert(
      fc.property(amount, weights, (whole, split) => {
        const parts = allocate(money(whole, 'INR'), split);
        expect(minor(sum(parts, 'INR'))).toBe(whole);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives nobody more than one minor unit above the fair share', () => {
    expect(allocate(inr(100), [1, 1, 1]).map((part) => part.amountMinor)).toEqual([
      '34',
      '33',
      '33',
    ]);
    expect(allocate(inr(5), [30, 70]).map((part) => part.amountMinor)).toEqual(['2', '3']);
  });

  it('never adds two currencies', () => {
    expect(() => add(inr(1), money(1, 'USD'))).toThrow('INR meets USD');
    expect(() => isGreater(inr(1), money(1, 'USD'))).toThrow(RangeError);
  });

  it('survives being written and read as people write it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (whole) => {
        for (const currency of ['INR', 'JPY', 'KWD'] as const)
          expect(parse(decimal(money(whole, currency)), currency)).toEqual(money(whole, currency));
      }),
    );
    expect(parse('12.345', 'INR')).toBeNull();
    expect(parse('-1', 'INR')).toBeNull();
    expect(parse('41,416.00', 'INR')).toEqual(inr(4_141_600));
  });

  it('rounds a half away from zero', () => {
    expect(portion(inr(50), 100)).toEqual(inr(1));
    expect(portion(inr(49), 100)).toEqual(inr(0));
    expect(portion(inr(-50), 100)).toEqual(inr(-1));
  });

  it('refuses fractions of a minor unit', () => {
    expect(() => money(0.5, 'INR')).toThrow(RangeError);
  });
});

describe('fees', () => {
  it('charge the client 41,416.00 to fund 40,000.00', () => {
    expect(fundingReceipt(inr(4_000_000), standardFees)).toEqual({
      amount: inr(4_000_000),
      fee: inr(120_000),
      tax: inr(21_600),
      total: inr(4_141_600),
    });
  });

  it('leave the provider 35,280.00 of 40,000.00', () => {
    expect(releaseReceipt(inr(4_000_000), standardFees).net).toEqual(inr(3_528_000));
    expect(releaseReceipt(inr(6_000_000), standardFees).net).toEqual(inr(5_292_000));
  });

  it('always make gross = net + fee + tax', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (whole) => {
        const { gross, net, fee, tax } = releaseReceipt(money(whole, 'INR'), standardFees);
        expect(sum([net, fee, tax], 'INR')).toEqual(gross);
      }),
      { numRuns: 10_000 },
    );
  });
});
