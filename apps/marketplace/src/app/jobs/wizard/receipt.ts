import type { Money } from '@money';
import { fundingReceipt, releaseReceipt, standardFees } from '@money/fees';
import type { Say } from '@ui/app/say';
import type { ReceiptLine } from '@ui/fee-receipt';

export interface Receipt {
  lines: ReceiptLine[];
  total: ReceiptLine;
  other: ReceiptLine;
}

/** What a job of this budget costs in all, and what of it reaches the provider. */
export function receiptOf(budget: Money, say: Say): Receipt {
  const { amount, fee, tax, total } = fundingReceipt(budget, standardFees);
  const rate = say.percent(standardFees.clientFeeBps);
  const taxRate = say.percent(standardFees.taxBps);
  const provider = say.percent(standardFees.providerFeeBps);
  const words = (key: string, variables = {}) => say.it(`jobs.receipt.${key}`, variables);
  return {
    lines: [
      { label: words('budget'), amount },
      { label: words('fee'), rate, amount: fee, why: words('feeWhy') },
      { label: words('tax'), rate: taxRate, amount: tax, why: words('taxWhy') },
    ],
    total: { label: words('total'), amount: total },
    other: {
      label: words('other'),
      amount: releaseReceipt(budget, standardFees).net,
      why: words('otherWhy', { provider, tax: taxRate }),
    },
  };
}
