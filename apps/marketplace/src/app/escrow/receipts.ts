import type { Money } from '@money';
import { type FeeSchedule, fundingReceipt, releaseReceipt } from '@money/fees';
import type { Say } from '@ui/app/say';
import type { ReceiptLine } from '@ui/fee-receipt';

export interface Receipt {
  lines: ReceiptLine[];
  total: ReceiptLine;
  other?: ReceiptLine;
}
const minus = (of: Money): Money => ({ ...of, amountMinor: `-${of.amountMinor}` });

/** What the client pays to fund, and what the provider gets of it on release. */
export function fundReceipt(
  amount: Money,
  fees: FeeSchedule,
  names: { title: string; provider: string },
  say: Say,
): Receipt {
  const { fee, tax, total } = fundingReceipt(amount, fees);
  const { net } = releaseReceipt(amount, fees);
  const word = (key: string) => say.it(`escrow.receipt.${key}`, { name: names.provider });
  return {
    lines: [
      { label: names.title, amount },
      {
        label: word('clientFee'),
        rate: say.percent(fees.clientFeeBps),
        amount: fee,
        why: word('clientFeeWhy'),
      },
      { label: word('tax'), rate: say.percent(fees.taxBps), amount: tax, why: word('taxWhy') },
    ],
    total: { label: word('youPay'), amount: total },
    other: { label: word('theyGet'), amount: net, why: word('theyGetWhy') },
  };
}

/** What the provider gets when the milestone is released, and what is taken of it. */
export function payReceipt(
  amount: Money,
  fees: FeeSchedule,
  names: { title: string; provider: string },
  say: Say,
): Receipt {
  const { fee, tax, net } = releaseReceipt(amount, fees);
  const word = (key: string) => say.it(`escrow.receipt.${key}`, { name: names.provider });
  return {
    lines: [
      { label: names.title, amount },
      {
        label: word('providerFee'),
        rate: say.percent(fees.providerFeeBps),
        amount: minus(fee),
        why: word('providerFeeWhy'),
      },
      {
        label: word('tax'),
        rate: say.percent(fees.taxBps),
        amount: minus(tax),
        why: word('taxWhy'),
      },
    ],
    total: { label: word('theyGetNow'), amount: net },
  };
}
