import { money } from '@money';
import { moneyParts, moneyText } from './money-format';

const plain = (text: string) => text.replace(/[\u00a0\u200e\u200f\u061c]/g, ' ').trim();

describe('an amount as people read it', () => {
  it('always shows its currency and its minor units', () => {
    expect(moneyText(money(4_141_600, 'INR'), 'en-IN')).toBe('₹41,416.00');
  });

  it('is grouped as the locale groups', () => {
    expect(moneyText(money(1_234_567_850, 'INR'), 'en-IN')).toBe('₹1,23,45,678.50');
    expect(moneyText(money(1_234_567_850, 'INR'), 'en')).toBe('₹12,345,678.50');
  });

  it('keeps apart what is drawn smaller', () => {
    expect(moneyParts(money(4_141_605, 'INR'), 'en-IN')).toEqual({
      before: '₹',
      whole: '41,416',
      minor: '.05',
      after: '',
    });
  });

  it('leaves zero minor units out on a button, and only zero ones', () => {
    expect(moneyText(money(4_000_000, 'INR'), 'en-IN', true)).toBe('₹40,000');
    expect(moneyText(money(4_000_050, 'INR'), 'en-IN', true)).toBe('₹40,000.50');
    expect(moneyText(money(4_000_005, 'INR'), 'en-IN', true)).toBe('₹40,000.05');
  });

  it('is exact beyond what a float can hold', () => {
    expect(moneyText(money(900_719_925_474_099_301n, 'INR'), 'en')).toBe(
      '₹9,007,199,254,740,993.01',
    );
  });

  it('shows a plus on a credit of a statement, none on nothing', () => {
    expect(moneyParts(money(100, 'INR'), 'en-IN', true).before).toBe('+₹');
    expect(moneyParts(money(-100, 'INR'), 'en-IN', true).before).toBe('-₹');
    expect(moneyParts(money(0, 'INR'), 'en-IN', true).before).toBe('₹');
  });

  it('reads with Latin digits on Arabic pages, so that both parties see the same', () => {
    expect(plain(moneyText(money(3_528_000, 'INR'), 'ar-EG-u-nu-latn'))).toMatch(/35,280\.00/);
  });
});
