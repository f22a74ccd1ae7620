import { minor, negate, type Money } from '@money';
import type { Fact, Journal, StreamFacts } from '@eventstore/record';
import type { PayoutEvent } from './payouts.events';

const bank = 'bank:razorpayx';

interface Booked {
  readonly journals: Journal[];
  readonly elsewhere: StreamFacts[];
}

type Moving = Extract<PayoutEvent, { data: { amount: Money } }>;

function move(fact: Moving, kind: string, from: string, to: string, said: string): Booked {
  const { amount, providerId, payoutId } = fact.data;
  const { currency } = amount;
  const told: Fact = { type: said, data: { amount, cause: `payout-${payoutId}` } };
  return {
    journals: [
      {
        cause: fact,
        legs: [
          { account: from, kind, amountMinor: minor(negate(amount)), currency },
          { account: to, kind, amountMinor: minor(amount), currency },
        ],
      },
    ],
    elsewhere: [{ stream: `wallet-${providerId}-${currency}`, expected: 'any', facts: [told] }],
  };
}

/** The journal and the wallet facts that a payout fact carries, if any. */
export function booked(fact: PayoutEvent): Booked {
  const { providerId } = fact.data;
  const available = `wallet:${providerId}:available`;
  const held = `wallet:${providerId}:held`;
  switch (fact.type) {
    case 'PayoutRequested':
      return move(fact, 'payout_held', available, held, 'FundsHeld');
    case 'PayoutPaid':
      return move(fact, 'payout_paid', held, bank, 'FundsDebited');
    case 'PayoutRejected':
    case 'PayoutFailed':
      return move(fact, 'payout_returned', held, available, 'FundsReturned');
    case 'PayoutReversed':
      return move(fact, 'payout_returned', bank, available, 'FundsReturned');
    default:
      return { journals: [], elsewhere: [] };
  }
}

/** Everything that several facts carry. */
export function bookedAll(facts: readonly PayoutEvent[]): Booked {
  const all = facts.map(booked);
  return {
    journals: all.flatMap(({ journals }) => journals),
    elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
  };
}
