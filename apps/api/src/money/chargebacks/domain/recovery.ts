import { isPositive, minor, negate, type Money } from '@money';
import type { Journal, StreamFacts } from '@eventstore/record';
import { about, type OpenChargeback } from './chargeback';
import type { ChargebackEvent } from './chargebacks.events';

export type Moved = Extract<
  ChargebackEvent,
  { type: 'ChargebackFundsTaken' | 'ChargebackFundsRestored' }
>;

export function moved(
  type: Moved['type'],
  state: OpenChargeback,
  { parts, providerId }: NonNullable<OpenChargeback['taken']>,
): Moved {
  const { phase: _, ...parties } = about(state);
  return { type, data: { ...parties, providerId, parts } };
}

/**
 * The gateway keeps the money, or gives it back: the same legs the other way round. `escrow` says
 * where that part goes when the milestone cannot take it back any more.
 */
export function booked(fact: Moved, escrow?: string): { journal: Journal; told: StreamFacts[] } {
  const { contractId, clientId, providerId, amount, parts } = fact.data;
  const isTaken = fact.type === 'ChargebackFundsTaken';
  const signed = (one: Money) => minor(isTaken ? negate(one) : one);
  const { currency } = amount;
  const kind = isTaken ? 'chargeback' : 'chargeback_returned';
  const legs = [
    { account: escrow ?? `escrow:${contractId}`, amountMinor: signed(parts.escrow) },
    { account: `wallet:${clientId}:available`, amountMinor: signed(parts.wallet) },
    { account: `receivable:${providerId ?? 'none'}`, amountMinor: signed(parts.receivable) },
    { account: 'loss', amountMinor: signed(parts.loss) },
    { account: 'gateway:razorpay', amountMinor: -signed(amount) },
  ]
    .filter(({ amountMinor }) => amountMinor !== 0n)
    .map((leg) => ({ ...leg, currency, kind }));
  return { journal: { cause: fact, legs }, told: said(fact) };
}

/** What the wallets of the two sides are told. */
function said({ type, data }: Moved): StreamFacts[] {
  const { chargebackId, clientId, providerId, parts } = data;
  const isTaken = type === 'ChargebackFundsTaken';
  const tell = (owner: string | null, amount: Money, fact: string): StreamFacts[] =>
    owner && isPositive(amount)
      ? [
          {
            stream: `wallet-${owner}-${amount.currency}`,
            expected: 'any',
            facts: [{ type: fact, data: { amount, cause: `chargeback-${chargebackId}` } }],
          },
        ]
      : [];
  return [
    ...tell(clientId, parts.wallet, isTaken ? 'FundsDebited' : 'FundsReturned'),
    ...tell(providerId, parts.receivable, isTaken ? 'ReceivableRaised' : 'ReceivableLifted'),
  ];
}
