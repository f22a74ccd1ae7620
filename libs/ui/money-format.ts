import { decimal, type Money } from '@money';

/** An amount as it is read: what stands before, the whole units, the minor units, what stands after. */
export interface MoneyParts {
  before: string;
  whole: string;
  minor: string;
  after: string;
}

/**
 * Grouping and place of the sign follow the locale; the currency is always there. `signed` shows a
 * plus on credits, as statements do. Exact for any length: the number never becomes a float.
 */
export function moneyParts(of: Money, locale: string, signed = false): MoneyParts {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: of.currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  const parts: MoneyParts = { before: '', whole: '', minor: '', after: '' };
  for (const { type, value } of format.formatToParts(decimal(of) as Intl.StringNumericLiteral)) {
    if (type === 'integer' || type === 'group') parts.whole += value;
    else if (type === 'decimal' || type === 'fraction') parts.minor += value;
    else if (parts.whole === '') parts.before += value;
    else parts.after += value;
  }
  return parts;
}

/** The same as one string. `short` leaves out zero minor units, for buttons: `₹40,000`. */
export function moneyText(of: Money, locale: string, short = false): string {
  const { before, whole, minor, after } = moneyParts(of, locale);
  return before + whole + (short && /^[^1-9]*$/.test(minor) ? '' : minor) + after;
}
