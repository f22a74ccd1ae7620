import { type Currency, isZero, minor, type Money, money, negate, zero } from '@money';
import type { JournalLeg } from '@wire/journals';

/** What a person may move by hand; the last two are somebody's. */
export const accounts = [
  'fees',
  'tax',
  'loss',
  'suspense',
  'gateway:razorpay',
  'bank:razorpayx',
  'wallet',
  'receivable',
] as const;
export type AccountName = (typeof accounts)[number];
export const isAccount = (name: string): name is AccountName =>
  accounts.some((one) => one === name);

/** One line of the editor: an amount stands on one side or the other. */
export interface DraftLeg {
  readonly key: string;
  readonly account: AccountName | '';
  /** Whose wallet or debt it is: the id of an account. */
  readonly owner: string;
  readonly currency: Currency;
  readonly debit: Money | null;
  readonly credit: Money | null;
}

export const blank = (key: string, currency: Currency = 'INR'): DraftLeg => ({
  ...{ key, account: '', owner: '', currency },
  debit: null,
  credit: null,
});

export const needsOwner = ({ account }: DraftLeg): boolean =>
  account === 'wallet' || account === 'receivable';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is missing on a line; null when it can be sent. */
export function faultOf(leg: DraftLeg): 'account' | 'owner' | 'amount' | null {
  if (leg.account === '') return 'account';
  if (needsOwner(leg) && !uuid.test(leg.owner.trim().toLowerCase())) return 'owner';
  return isZero(amountOf(leg)) ? 'amount' : null;
}

/** Credits are owed to the account and positive, as the journal writes them. */
export function amountOf({ debit, credit, currency }: DraftLeg): Money {
  if (credit) return credit;
  return debit ? negate(debit) : zero(currency);
}

export interface Sum {
  readonly currency: Currency;
  readonly debit: Money;
  readonly credit: Money;
  /** Credits less debits: zero when this currency balances. */
  readonly difference: Money;
}

/** Each currency on its own: amounts of two currencies never balance each other. */
export function sumsOf(legs: readonly DraftLeg[]): Sum[] {
  const currencies = [...new Set(legs.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = legs.filter((leg) => leg.currency === currency);
    const total = (side: 'debit' | 'credit') =>
      own.reduce((sum, leg) => sum + (leg[side] ? minor(leg[side]) : 0n), 0n);
    const [debit, credit] = [total('debit'), total('credit')];
    return {
      currency,
      debit: money(debit, currency),
      credit: money(credit, currency),
      difference: money(credit - debit, currency),
    };
  });
}

/** The line as it would have to be for its currency to balance; null when it does already. */
export function balancing(legs: readonly DraftLeg[], key: string): DraftLeg | null {
  const leg = legs.find((one) => one.key === key);
  if (!leg) return null;
  const others = sumsOf(legs.filter((one) => one.key !== key));
  const off = others.find(({ currency }) => currency === leg.currency)?.difference;
  if (!off || isZero(off)) return null;
  const rest = minor(off);
  return rest > 0n
    ? { ...leg, debit: money(rest, leg.currency), credit: null }
    : { ...leg, debit: null, credit: money(-rest, leg.currency) };
}

/** The legs of the journal, or null while it cannot be sent. */
export function legsOf(drafts: readonly DraftLeg[]): JournalLeg[] | null {
  if (drafts.length < 2 || drafts.some((leg) => faultOf(leg) !== null)) return null;
  if (sumsOf(drafts).some(({ difference }) => !isZero(difference))) return null;
  return drafts.map((leg) => ({ account: nameOf(leg), amount: amountOf(leg) }));
}

function nameOf({ account, owner }: DraftLeg): string {
  const id = owner.trim().toLowerCase();
  if (account === 'wallet') return `wallet:${id}:available`;
  return account === 'receivable' ? `receivable:${id}` : account;
}
