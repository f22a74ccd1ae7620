import { type Money, sum } from '@money';
import { fundingReceipt, releaseReceipt, standardFees } from '@money/fees';
import type { Say } from '@ui/app/say';
import type { ReceiptLine } from '@ui/fee-receipt';

export interface Receipt {
  lines: ReceiptLine[];
  total: ReceiptLine;
  other: ReceiptLine;
}

/** What the provider gets when a milestone of this amount is released. */
export const netOf = (amount: Money): Money => releaseReceipt(amount, standardFees).net;

const less = (amount: Money): Money => ({
  ...amount,
  amountMinor: (-BigInt(amount.amountMinor)).toString(),
});

/** Added up milestone by milestone, as they will be released, so that no paisa is rounded away. */
export function receiptOf(amounts: readonly Money[], say: Say): Receipt {
  const all = amounts.map((amount) => releaseReceipt(amount, standardFees));
  const added = (part: 'gross' | 'fee' | 'tax' | 'net') =>
    sum(
      all.map((each) => each[part]),
      'INR',
    );
  const paid = sum(
    amounts.map((amount) => fundingReceipt(amount, standardFees).total),
    'INR',
  );
  const words = (key: string) => say.it(`proposals.receipt.${key}`);
  return {
    lines: [
      { label: words('gross'), amount: added('gross') },
      {
        label: words('fee'),
        rate: say.percent(standardFees.providerFeeBps),
        amount: less(added('fee')),
        why: words('feeWhy'),
      },
      {
        label: words('tax'),
        rate: say.percent(standardFees.taxBps),
        amount: less(added('tax')),
        why: words('taxWhy'),
      },
    ],
    total: { label: words('net'), amount: added('net') },
    other: { label: words('paid'), amount: paid, why: words('paidWhy') },
  };
}
