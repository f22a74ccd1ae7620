import { minor, negate, type Money } from '@money';
import type { Fact, Journal, StreamFacts } from '@eventstore/record';
import type { PaymentEvent } from './payments.events';

const gateway = 'gateway:razorpay';

function move(kind: string, cause: Fact, from: string, to: string, amount: Money): Journal {
  const { currency } = amount;
  return {
    cause,
    legs: [
      { account: from, kind, amountMinor: minor(negate(amount)), currency },
      { account: to, kind, amountMinor: minor(amount), currency },
    ],
  };
}

const wallet = (clientId: string, bucket: 'available' | 'held') => `wallet:${clientId}:${bucket}`;

interface Booked {
  readonly journals: Journal[];
  readonly elsewhere: StreamFacts[];
}

/** The journal and the wallet facts that a payment fact carries, if any. */
export function booked(fact: PaymentEvent): Booked {
  switch (fact.type) {
    case 'DepositCaptured':
      return one(
        fact,
        'deposit',
        gateway,
        wallet(fact.data.clientId, 'available'),
        'FundsCredited',
      );
    case 'DepositRefundRequested': {
      const { clientId } = fact.data;
      return one(
        fact,
        'refund',
        wallet(clientId, 'available'),
        wallet(clientId, 'held'),
        'FundsHeld',
      );
    }
    case 'DepositRefundCompleted':
      return one(fact, 'refund', wallet(fact.data.clientId, 'held'), gateway, 'FundsDebited');
    case 'DepositRefundFailed': {
      const { clientId } = fact.data;
      return one(
        fact,
        'refund',
        wallet(clientId, 'held'),
        wallet(clientId, 'available'),
        'FundsReturned',
      );
    }
    default:
      return { journals: [], elsewhere: [] };
  }
}

type Moving = Extract<PaymentEvent, { data: { amount: Money; clientId: string } }>;

function one(fact: Moving, kind: string, from: string, to: string, said: string): Booked {
  const { amount, clientId, depositId } = fact.data;
  const told = { type: said, data: { amount, cause: `deposit-${depositId}` } };
  return {
    journals: [move(kind, fact, from, to, amount)],
    elsewhere: [
      { stream: `wallet-${clientId}-${amount.currency}`, expected: 'any', facts: [told] },
    ],
  };
}
