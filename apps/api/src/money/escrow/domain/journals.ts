import { minor, negate, type Money } from '@money';
import type { Journal, Leg } from '@eventstore/record';
import type { EscrowEvent } from './escrow.events';

const leg = (account: string, kind: string, amount: Money): Leg => ({
  account,
  kind,
  amountMinor: minor(amount),
  currency: amount.currency,
});

type EventNamed<Type> = Extract<EscrowEvent, { type: Type }>;

/** Small amounts have no fee; a leg of nothing is no leg. */
const moved = (legs: readonly Leg[]): Leg[] => legs.filter(({ amountMinor }) => amountMinor !== 0n);

/** Client wallet → escrow, platform fee, tax on the fee. */
export function fundingJournal(escrowId: string, cause: EventNamed<'EscrowFunded'>): Journal {
  const { clientId, amount, fee, tax } = cause.data;
  const wallet = `wallet:${clientId}:available`;
  return {
    cause,
    legs: moved([
      leg(wallet, 'escrow_funded', negate(amount)),
      leg(wallet, 'client_fee', negate(fee)),
      leg(wallet, 'client_tax', negate(tax)),
      leg(`escrow:${escrowId}`, 'escrow_funded', amount),
      leg('fees', 'client_fee', fee),
      leg('tax', 'client_tax', tax),
    ]),
  };
}

/** Escrow → provider wallet, platform fee, tax on the fee. */
export function releaseJournal(escrowId: string, cause: EventNamed<'EscrowReleased'>): Journal {
  const { providerId, gross, fee, tax, net } = cause.data;
  return {
    cause,
    legs: moved([
      leg(`escrow:${escrowId}`, 'escrow_released', negate(gross)),
      leg(`wallet:${providerId}:available`, 'escrow_released', net),
      leg('fees', 'provider_fee', fee),
      leg('tax', 'provider_tax', tax),
    ]),
  };
}

/** Escrow → client wallet, and the client's share of fee and tax with it. */
export function refundJournal(escrowId: string, cause: EventNamed<'EscrowRefunded'>): Journal {
  const { clientId, amount, fee, tax } = cause.data;
  const wallet = `wallet:${clientId}:available`;
  return {
    cause,
    legs: moved([
      leg(`escrow:${escrowId}`, 'escrow_refunded', negate(amount)),
      leg('fees', 'client_fee_returned', negate(fee)),
      leg('tax', 'client_tax_returned', negate(tax)),
      leg(wallet, 'escrow_refunded', amount),
      leg(wallet, 'client_fee_returned', fee),
      leg(wallet, 'client_tax_returned', tax),
    ]),
  };
}
