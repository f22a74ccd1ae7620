import { add, allocate, minor, portion, subtract, sum, type Money } from './money';

/**
 * A fee schedule is frozen into the contract at signing; a later schedule never touches it.
 * Rates are basis points (300 = 3 %). Rounding: half up, per line, in minor units.
 */
export interface FeeSchedule {
  readonly id: string;
  readonly clientFeeBps: number;
  readonly providerFeeBps: number;
  /** Tax on the platform's own fees (GST in India). */
  readonly taxBps: number;
}

export const standardFees: FeeSchedule = {
  id: 'standard-2026-01',
  clientFeeBps: 300,
  providerFeeBps: 1_000,
  taxBps: 1_800,
};

/** What the client pays to put `amount` in escrow. total = amount + fee + tax. */
export interface FundingReceipt {
  readonly amount: Money;
  readonly fee: Money;
  readonly tax: Money;
  readonly total: Money;
}

export function fundingReceipt(amount: Money, fees: FeeSchedule): FundingReceipt {
  const fee = portion(amount, fees.clientFeeBps);
  const tax = portion(fee, fees.taxBps);
  return { amount, fee, tax, total: sum([amount, fee, tax], amount.currency) };
}

/** What the provider gets when `gross` is released. gross = net + fee + tax, exactly. */
export interface ReleaseReceipt {
  readonly gross: Money;
  readonly fee: Money;
  readonly tax: Money;
  readonly net: Money;
}

export function releaseReceipt(gross: Money, fees: FeeSchedule): ReleaseReceipt {
  const fee = portion(gross, fees.providerFeeBps);
  const tax = portion(fee, fees.taxBps);
  return { gross, fee, tax, net: subtract(gross, add(fee, tax)) };
}

/** What the client gets back with `amount` of a milestone: its share of fee and tax goes with it. */
export interface RefundReceipt {
  readonly amount: Money;
  readonly fee: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** `paid` is what the whole milestone cost; shares by largest remainder, so that none is lost. */
export function refundReceipt(amount: Money, paid: Omit<FundingReceipt, 'total'>): RefundReceipt {
  const weights = [minor(amount), minor(subtract(paid.amount, amount))];
  const [fee = amount, tax = amount] = [paid.fee, paid.tax].flatMap((one) =>
    allocate(one, weights).slice(0, 1),
  );
  return { amount, fee, tax, total: sum([amount, fee, tax], amount.currency) };
}
