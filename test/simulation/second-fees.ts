/**
 * Fees and shares once more, written from the rules and not from the code: a fee is the share of the
 * amount in basis points, half a minor unit counts as one; a part of what was paid goes by largest
 * remainder, the first of two equal ones first.
 */
export interface Rates {
  readonly clientFeeBps: number;
  readonly providerFeeBps: number;
  readonly taxBps: number;
}

export function share(amount: bigint, basisPoints: number): bigint {
  const exact = amount * BigInt(basisPoints);
  const down = exact / 10_000n;
  return exact - down * 10_000n >= 5_000n ? down + 1n : down;
}

export function toFund(amount: bigint, rates: Rates) {
  const fee = share(amount, rates.clientFeeBps);
  return { amount, fee, tax: share(fee, rates.taxBps) };
}

export function toRelease(gross: bigint, rates: Rates) {
  const fee = share(gross, rates.providerFeeBps);
  const tax = share(fee, rates.taxBps);
  return { gross, fee, tax, net: gross - fee - tax };
}

/** The first of two parts of a whole that is divided like `part` and the rest of `all`. */
export function firstPart(whole: bigint, part: bigint, all: bigint): bigint {
  const down = (whole * part) / all;
  const mine = (whole * part) % all;
  const others = (whole * (all - part)) % all;
  return mine > 0n && mine >= others ? down + 1n : down;
}
