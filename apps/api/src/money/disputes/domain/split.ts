import { allocate, isGreater, money, minor, subtract, sum, type Money } from '@money';
import type { Allocation, Split } from '@wire/disputes';
import { reject } from '@kernel/reject';

export interface Disputed {
  readonly id: string;
  readonly amount: Money;
}

/** Every milestone's money in two parts that add up to it, by largest remainder. */
export function allocationsOf(disputed: readonly Disputed[], split: Split): Allocation[] {
  if (split.kind === 'percent') return byPercent(disputed, split.provider);
  const { milestones } = split;
  if (new Set(milestones.map((one) => one.milestoneId)).size < milestones.length)
    reject('disputes.split_mismatch');
  if (milestones.length !== disputed.length) reject('disputes.split_mismatch');
  return disputed.map(({ id, amount }) => {
    const part = milestones.find(({ milestoneId }) => milestoneId === id);
    const toProvider = part?.toProvider ?? reject('disputes.split_mismatch');
    if (toProvider.currency !== amount.currency || minor(toProvider) < 0n)
      reject('disputes.split_mismatch');
    if (isGreater(toProvider, amount)) reject('disputes.split_mismatch');
    return { milestoneId: id, toProvider, toClient: subtract(amount, toProvider) };
  });
}

export function byPercent(disputed: readonly Disputed[], provider: number): Allocation[] {
  return disputed.map(({ id, amount }) => {
    const [toProvider, toClient] = allocate(amount, [provider, 100 - provider]);
    if (!toProvider || !toClient) throw new Error('two weights give two parts');
    return { milestoneId: id, toProvider, toClient };
  });
}

export const isSame = (a: readonly Allocation[], b: readonly Allocation[]): boolean =>
  a.length === b.length &&
  a.every((one) =>
    b.some(
      (other) =>
        other.milestoneId === one.milestoneId &&
        other.toProvider.amountMinor === one.toProvider.amountMinor,
    ),
  );

/** The provider's share in whole percent, rounded down. */
export function providerPercent(allocations: readonly Allocation[]): number {
  const currency = allocations[0]?.toProvider.currency ?? 'INR';
  const own = sum(
    allocations.map(({ toProvider }) => toProvider),
    currency,
  );
  const all = allocations.reduce(
    (total, one) => total + minor(one.toProvider) + minor(one.toClient),
    0n,
  );
  return all === 0n ? 0 : Number((minor(own) * 100n) / all);
}

export const disputedAmount = (disputed: readonly Disputed[]): Money =>
  sum(
    disputed.map(({ amount }) => amount),
    disputed[0]?.amount.currency ?? money(0n, 'INR').currency,
  );
