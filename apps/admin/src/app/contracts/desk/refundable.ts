import { isPositive, minor, type Money, subtract } from '@money';
import type { DepositView } from '@wire/payments';
import { goodwillLimitMinor, largeRefundMinor } from '@wire/refunds';

const paid = ['captured', 'settled', 'partially_refunded'];

export const restOf = ({ amount, refunded }: DepositView): Money => subtract(amount, refunded);

/** Payments that something can still be sent back of. */
export const refundable = (deposits: readonly DepositView[]): DepositView[] =>
  deposits.filter((one) => paid.includes(one.state) && isPositive(restOf(one)));

/** What stands against an amount, before it is asked for; the server still decides. */
export function refundFault(amount: Money | null, most: Money): 'amount' | 'too_much' | null {
  if (!amount || !isPositive(amount)) return 'amount';
  return minor(amount) > minor(most) ? 'too_much' : null;
}

export const takesTwo = (amount: Money | null): boolean =>
  amount !== null && minor(amount) > largeRefundMinor;

export function goodwillFault(amount: Money | null): 'amount' | 'too_much' | null {
  if (!amount || !isPositive(amount)) return 'amount';
  return minor(amount) > goodwillLimitMinor ? 'too_much' : null;
}
