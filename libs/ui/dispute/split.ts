import { allocate, isGreater, minor, type Money, subtract, sum, zero } from '@money';
import { type FeeSchedule, fundingReceipt, refundReceipt, releaseReceipt } from '@money/fees';
import type { Allocation, Simulation, Split } from '@wire/disputes';

/** A milestone whose money is disputed. */
export interface Disputed {
  readonly id: string;
  readonly title: string;
  readonly amount: Money;
}
/** What an outcome means for both sides. */
export type Effect = Pick<Simulation, 'disputed' | 'provider' | 'client'>;
/** How the two sides are called. */
export interface Sides {
  readonly client: string;
  readonly provider: string;
}

/** Every milestone's money in its two parts, by largest remainder, as the server parts it. */
export const allocationsOf = (disputed: readonly Disputed[], split: Split): Allocation[] =>
  disputed.map(({ id, amount }) => {
    const toProvider = share(id, amount, split);
    return { milestoneId: id, toProvider, toClient: subtract(amount, toProvider) };
  });

function share(id: string, amount: Money, split: Split): Money {
  if (split.kind === 'percent') {
    const [own = amount] = allocate(amount, [split.provider, 100 - split.provider]);
    return own;
  }
  const given = split.milestones.find(({ milestoneId }) => milestoneId === id)?.toProvider;
  return given && !isGreater(given, amount) ? given : zero(amount.currency);
}

const currencyOf = (all: readonly { readonly toProvider: Money }[]) =>
  all[0]?.toProvider.currency ?? 'INR';

export const toProviderOf = (all: readonly Allocation[]): Money =>
  sum(
    all.map(({ toProvider }) => toProvider),
    currencyOf(all),
  );
export const toClientOf = (all: readonly Allocation[]): Money =>
  sum(
    all.map(({ toClient }) => toClient),
    currencyOf(all),
  );

/** The provider's share in whole percent, rounded down. */
export function percentOf(all: readonly Allocation[]): number {
  const own = minor(toProviderOf(all));
  const whole = own + minor(toClientOf(all));
  return whole === 0n ? 0 : Number((own * 100n) / whole);
}

/** The same parts as a split with exact amounts, to send. */
export const exactly = (all: readonly Allocation[]): Split => ({
  kind: 'amounts',
  milestones: all.map(({ milestoneId, toProvider }) => ({ milestoneId, toProvider })),
});

/**
 * What a split would mean before there is a dispute to simulate: the fees of the contract on money
 * that is still whole. Fees are rounded for each milestone, as they are when it is carried out.
 */
export function effectOf(
  disputed: readonly Disputed[],
  split: Split,
  fees: FeeSchedule,
): Effect | null {
  const currency = disputed[0]?.amount.currency;
  if (!currency) return null;
  const parts = allocationsOf(disputed, split).map(({ toProvider, toClient }, at) => ({
    paid: releaseReceipt(toProvider, fees),
    back: refundReceipt(toClient, fundingReceipt(disputed[at]?.amount ?? toClient, fees)),
  }));
  const total = (of: (part: (typeof parts)[number]) => Money) => sum(parts.map(of), currency);
  return {
    disputed: sum(
      disputed.map(({ amount }) => amount),
      currency,
    ),
    provider: {
      gross: total(({ paid }) => paid.gross),
      fee: total(({ paid }) => paid.fee),
      tax: total(({ paid }) => paid.tax),
      net: total(({ paid }) => paid.net),
    },
    client: {
      amount: total(({ back }) => back.amount),
      feeBack: total(({ back }) => back.fee),
      taxBack: total(({ back }) => back.tax),
      refund: total(({ back }) => back.total),
    },
  };
}
