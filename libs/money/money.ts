import { exponents, type Currency } from './currencies';

export { currencies, exponents, type Currency } from './currencies';

/**
 * An amount in whole minor units. The same shape in memory, in events and on the wire:
 * a decimal string, because JSON numbers lose units above 2^53.
 */
export interface Money {
  readonly amountMinor: string;
  readonly currency: Currency;
}

/** `money(50_000, 'INR')` is five hundred rupees. Throws RangeError on a fraction. */
export function money(minor: bigint | number, currency: Currency): Money {
  return { amountMinor: BigInt(minor).toString(), currency };
}

export const zero = (currency: Currency): Money => money(0n, currency);

export const minor = (amount: Money): bigint => BigInt(amount.amountMinor);

/** Throws when two currencies meet: money of two currencies is never added silently. */
function same(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} meets ${b.currency}`);
  return a.currency;
}

export const add = (a: Money, b: Money): Money => money(minor(a) + minor(b), same(a, b));

export const subtract = (a: Money, b: Money): Money => money(minor(a) - minor(b), same(a, b));

export const negate = (a: Money): Money => money(-minor(a), a.currency);

export const isGreater = (a: Money, b: Money): boolean => {
  same(a, b);
  return minor(a) > minor(b);
};

export const isZero = (a: Money): boolean => minor(a) === 0n;

export const isPositive = (a: Money): boolean => minor(a) > 0n;

export const equals = (a: Money, b: Money): boolean =>
  a.currency === b.currency && a.amountMinor === b.amountMinor;

/** The total of a list in one currency; an empty list needs the currency to be a zero. */
export const sum = (amounts: readonly Money[], currency: Currency): Money =>
  amounts.reduce(add, zero(currency));

/**
 * Splits an amount by whole weights; parts always add up to the whole. The rest goes, one minor
 * unit at a time, to the largest remainders, earlier parts first (Hamilton's method).
 */
export function allocate(amount: Money, weights: readonly (number | bigint)[]): Money[] {
  const shares = weights.map((weight) => BigInt(weight));
  const total = shares.reduce((a, b) => a + b, 0n);
  if (total <= 0n || shares.some((w) => w < 0n)) throw new RangeError('weights must be positive');
  const whole = minor(amount);
  const sign = whole < 0n ? -1n : 1n;
  const size = whole * sign;
  const parts = shares.map((w) => (size * w) / total);
  const order = shares
    .map((w, index) => ({ index, rest: (size * w) % total }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = size - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => money(part * sign, amount.currency));
}

/** `portion(amount, 300)` is 3 %. Rounds half up on the magnitude, in minor units. */
export function portion(amount: Money, basisPoints: number): Money {
  const scaled = minor(amount) * BigInt(basisPoints);
  const sign = scaled < 0n ? -1n : 1n;
  return money(((scaled * sign + 5_000n) / 10_000n) * sign, amount.currency);
}

/** Major units for people who type: `parse('41,416.00', 'INR')`. Null when it is not an amount. */
export function parse(text: string, currency: Currency): Money | null {
  const digits = exponents[currency];
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim().replaceAll(',', ''));
  const fraction = match?.[2] ?? '';
  if (!match?.[1] || fraction.length > digits) return null;
  return money(BigInt(match[1] + fraction.padEnd(digits, '0')), currency);
}

/** The plain decimal, no grouping, as files for other programs want it: `41416.00`. */
export function decimal(amount: Money): string {
  const digits = exponents[amount.currency];
  const negative = amount.amountMinor.startsWith('-');
  const text = amount.amountMinor.replace('-', '').padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return negative ? `-${whole}` : whole;
}

/** For people, with the currency always shown; grouping and numerals follow the locale. */
export function format(amount: Money, locale = 'en-IN'): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency }).format(
    decimal(amount) as Intl.StringNumericLiteral,
  );
}
