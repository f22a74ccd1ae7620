import type { RuleName } from '@wire/screening';

export interface Movement {
  readonly id: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly newBank: boolean;
  readonly at: Date;
}

export interface Rule {
  readonly rule: RuleName;
  readonly amount: bigint;
  readonly times: number;
  readonly hours: number;
}

const hourMs = 3_600_000;

/** The same rule for somebody who is watched more closely. A limit that is evaded stays where it is. */
export const closer = <Some extends Rule>(rule: Some): Some =>
  rule.rule === 'structuring' ? rule : { ...rule, amount: rule.amount / 2n };

/**
 * Does the last of these movements of one account break the rule? The others are earlier ones, in any
 * order; a rule looks back over its hours.
 */
export function breaks(rule: Rule, last: Movement, earlier: readonly Movement[]): boolean {
  const from = last.at.getTime() - rule.hours * hourMs;
  const recent = earlier.filter(({ at }) => at.getTime() >= from && at <= last.at);
  return tests[rule.rule](rule, last, recent);
}

type Test = (rule: Rule, last: Movement, recent: readonly Movement[]) => boolean;

const tests: Record<RuleName, Test> = {
  /** Several just below the limit that, together, are above it. */
  structuring: ({ amount, times }, last, recent) => {
    const below = [last, ...recent].filter((one) => isJustBelow(one.amount, amount));
    return isJustBelow(last.amount, amount) && below.length >= times;
  },
  velocity: ({ amount, times }, last, recent) =>
    [last, ...recent].filter((one) => one.amount >= amount).length >= times,
  /** So many times what this account usually moves, and not a small sum. */
  sudden_large: ({ amount, times }, last, recent) => {
    if (last.amount < amount || recent.length === 0) return false;
    const usual = recent.reduce((sum, one) => sum + one.amount, 0n) / BigInt(recent.length);
    return last.amount >= usual * BigInt(times);
  },
  new_bank: ({ amount }, last) => last.newBank && last.amount >= amount,
};

const isJustBelow = (amount: bigint, limit: bigint): boolean =>
  amount < limit && amount * 10n >= limit * 8n;
