import { add, type Money, sum } from '@money';
import { fundingReceipt, releaseReceipt, standardFees } from '@money/fees';
import type { Say } from '@ui/app/say';
import type { ReceiptLine } from '@ui/fee-receipt';

export interface OfferReceipt {
  lines: ReceiptLine[];
  total: ReceiptLine;
  other: ReceiptLine;
}

/** Both sides of the offer. Fees are rounded for each milestone, as they will be when it is funded. */
export function offerReceipt(amounts: readonly Money[], provider: string, say: Say): OfferReceipt {
  const currency = amounts[0]?.currency ?? 'INR';
  const funding = amounts.map((amount) => fundingReceipt(amount, standardFees));
  const work = sum(amounts, currency);
  const fee = sum(
    funding.map((each) => each.fee),
    currency,
  );
  const tax = sum(
    funding.map((each) => each.tax),
    currency,
  );
  const net = sum(
    amounts.map((amount) => releaseReceipt(amount, standardFees).net),
    currency,
  );
  const word = (key: string) => say.it(`contracts.receipt.${key}`, { name: provider });
  return {
    lines: [
      { label: word('work'), amount: work },
      {
        label: word('clientFee'),
        rate: say.percent(standardFees.clientFeeBps),
        amount: fee,
        why: word('clientFeeWhy'),
      },
      {
        label: word('tax'),
        rate: say.percent(standardFees.taxBps),
        amount: tax,
        why: word('taxWhy'),
      },
    ],
    total: { label: word('youPay'), amount: add(add(work, fee), tax) },
    other: { label: word('theyGet'), amount: net, why: word('theyGetWhy') },
  };
}
