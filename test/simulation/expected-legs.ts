import { firstPart, toFund, toRelease } from './second-fees';
import type { EscrowTrace } from './escrow-trace';

interface Amount {
  readonly amountMinor: string;
  readonly currency: string;
}
export type Said = Readonly<Record<string, unknown>>;
export type Legs = Map<string, bigint>;

export const minorOf = (amount: unknown): bigint => BigInt((amount as Amount).amountMinor);
export const currencyOf = (amount: unknown): string => (amount as Amount).currency;

const gateway = 'gateway:razorpay';
const bank = 'bank:razorpayx';
const available = (who: unknown) => `wallet:${String(who)}:available`;
const held = (who: unknown) => `wallet:${String(who)}:held`;

type Rule = (said: Said, id: string, escrows: EscrowTrace) => [string, bigint][];

const move =
  (from: (said: Said) => string, to: (said: Said) => string): Rule =>
  (said) => [
    [from(said), -minorOf(said['amount'])],
    [to(said), minorOf(said['amount'])],
  ];
const client = (said: Said) => available(said['clientId']);
const clientHeld = (said: Said) => held(said['clientId']);
const provider = (said: Said) => available(said['providerId']);
const providerHeld = (said: Said) => held(said['providerId']);

/** Which legs each fact has to carry, written from the rules; a fact that is not here carries none. */
export const rules: Readonly<Record<string, Rule>> = {
  DepositCaptured: move(() => gateway, client),
  DepositRefundRequested: move(client, clientHeld),
  DepositRefundCompleted: move(clientHeld, () => gateway),
  DepositRefundFailed: move(clientHeld, client),
  PayoutRequested: move(provider, providerHeld),
  PayoutPaid: move(providerHeld, () => bank),
  PayoutRejected: move(providerHeld, provider),
  PayoutFailed: move(providerHeld, provider),
  PayoutReversed: move(() => bank, provider),
  GoodwillGiven: move(() => 'loss', client),
  EscrowFunded(said, id, escrows) {
    const { amount, fee, tax } = toFund(escrows.amountOf(id, said), escrows.ratesOf(id));
    return [
      [client(said), -(amount + fee + tax)],
      [`escrow:${id}`, amount],
      ['fees', fee],
      ['tax', tax],
    ];
  },
  EscrowReleased(said, id, escrows) {
    const { gross, fee, tax, net } = toRelease(minorOf(said['gross']), escrows.ratesOf(id));
    return [
      [`escrow:${id}`, -gross],
      [provider(said), net],
      ['fees', fee],
      ['tax', tax],
    ];
  },
  EscrowRefunded(said, id, escrows) {
    const amount = minorOf(said['amount']);
    const paid = escrows.paidFor(id, said);
    const fee = firstPart(paid.fee, amount, paid.amount);
    const tax = firstPart(paid.tax, amount, paid.amount);
    return [
      [`escrow:${id}`, -amount],
      ['fees', -fee],
      ['tax', -tax],
      [client(said), amount + fee + tax],
    ];
  },
  ChargebackFundsTaken: (said) => parts(said, -1n, `escrow:${String(said['contractId'])}`),
  ChargebackFundsRestored: (said) => parts(said, 1n, `escrow:${String(said['contractId'])}`),
  JournalPosted: (said) => manual(said),
  JournalReversed: (said) => manual(said),
};

function parts(said: Said, sign: bigint, escrow: string): [string, bigint][] {
  const of = said['parts'] as Record<string, unknown>;
  const part = (name: string) => sign * minorOf(of[name]);
  return [
    [escrow, part('escrow')],
    [client(said), part('wallet')],
    [
      `receivable:${typeof said['providerId'] === 'string' ? said['providerId'] : 'none'}`,
      part('receivable'),
    ],
    ['loss', part('loss')],
    [gateway, -sign * minorOf(said['amount'])],
  ];
}

const manual = (said: Said): [string, bigint][] =>
  (said['legs'] as { account: string; amount: unknown }[]).map(({ account, amount }) => [
    account,
    minorOf(amount),
  ]);

/** One sum for each account, without those of nothing. */
export function summed(legs: readonly (readonly [string, bigint])[]): Legs {
  const sums: Legs = new Map();
  for (const [account, amount] of legs) sums.set(account, (sums.get(account) ?? 0n) + amount);
  for (const [account, amount] of sums) if (amount === 0n) sums.delete(account);
  return sums;
}
