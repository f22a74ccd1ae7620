import { money, type Currency } from '@money';
import type { Booking, Line } from './matching';

/** What a day sums to, currency by currency: the statement, the ledger, and what the gateway kept. */
export function totalsOf(lines: readonly Line[], bookings: readonly Booking[]) {
  const currencies = [...new Set([...lines, ...bookings].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    statement: money(sumIn(currency, lines), currency),
    booked: money(sumIn(currency, bookings), currency),
    fees: money(
      lines
        .filter((line) => line.currency === currency)
        .reduce((total, { fee }) => total + (fee ?? 0n), 0n),
      currency,
    ),
  }));
}

const sumIn = (
  currency: Currency,
  parts: readonly { readonly currency: Currency; readonly amount: bigint }[],
): bigint =>
  parts
    .filter((part) => part.currency === currency)
    .reduce((total, { amount }) => total + amount, 0n);
