import type { Journal, StreamFacts } from '@eventstore/record';
import type { Money } from '@money';
import type { EscrowEvent } from './escrow.events';
import { refundJournal, releaseJournal } from './journals';

/** What facts that pay out carry with them: their journals, and the credits on both wallets. */
export function moneyOf(escrowId: string, facts: readonly EscrowEvent[]) {
  const journals: Journal[] = [];
  const elsewhere: StreamFacts[] = [];
  for (const fact of facts) {
    if (fact.type === 'EscrowReleased') {
      journals.push(releaseJournal(escrowId, fact));
      elsewhere.push(credited(fact.data.providerId, escrowId, [fact.data.net]));
    }
    if (fact.type === 'EscrowRefunded') {
      const { clientId, amount, fee, tax } = fact.data;
      journals.push(refundJournal(escrowId, fact));
      elsewhere.push(credited(clientId, escrowId, [amount, fee, tax]));
    }
  }
  return { journals, elsewhere: together(elsewhere) };
}

function credited(accountId: string, escrowId: string, amounts: readonly Money[]): StreamFacts {
  return {
    stream: `wallet-${accountId}-${amounts[0]?.currency ?? 'INR'}`,
    expected: 'any',
    facts: amounts.map((amount) => ({
      type: 'FundsCredited',
      data: { bucket: 'available', amount, cause: `escrow-${escrowId}` },
    })),
  };
}

/** Each stream once: an append names a stream one time. */
function together(all: readonly StreamFacts[]): StreamFacts[] {
  const streams = [...new Set(all.map(({ stream }) => stream))];
  return streams.map((stream) => ({
    stream,
    expected: 'any',
    facts: all.filter((one) => one.stream === stream).flatMap(({ facts }) => facts),
  }));
}
