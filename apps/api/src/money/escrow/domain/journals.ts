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

/** Client wallet → escrow, platform fee, tax on the fee. */
export function fundingJournal(escrowId: string, cause: EventNamed<'EscrowFunded'>): Journal {
  const { clientId, amount, fee, tax } = cause.data;
  const wallet = `wallet:${clientId}:available`;
  return {
    cause,
    legs: [
      leg(wallet, 'escrow_funded', negate(amount)),
      leg(wallet, 'client_fee', negate(fee)),
      leg(wallet, 'client_tax', negate(tax)),
      leg(`escrow:${escrowId}`, 'escrow_funded', amount),
      leg('fees', 'client_fee', fee),
      leg('tax', 'client_tax', tax),
    ],
  };
}

/** Escrow → provider wallet, platform fee, tax on the fee. */
export function releaseJournal(escrowId: string, cause: EventNamed<'EscrowReleased'>): Journal {
  const { providerId, gross, fee, tax, net } = cause.data;
  return {
    cause,
    legs: [
      leg(`escrow:${escrowId}`, 'escrow_released', negate(gross)),
      leg(`wallet:${providerId}:available`, 'escrow_released', net),
      leg('fees', 'provider_fee', fee),
      leg('tax', 'provider_tax', tax),
    ],
  };
}
