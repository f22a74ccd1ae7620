import type { FeeSchedule } from '@money/fees';
import { isZero, type Money } from '@money';
import type { MilestoneState } from '@wire/escrow';
import type { Aggregate } from '@kernel/aggregate';
import { notTheirs, reject } from '@kernel/reject';
import type { EscrowEvent } from './escrow.events';

export interface Milestone {
  readonly id: string;
  readonly amount: Money;
  readonly days: number;
  readonly state: MilestoneState;
  readonly deliveryId?: string;
  readonly versions: number;
  readonly autoReleaseAt?: string;
  /** What the client paid for the service when it was funded. */
  readonly paid?: { readonly amount: Money; readonly fee: Money; readonly tax: Money };
  /** The dispute that holds it still, and since when. */
  readonly frozen: { readonly disputeId: string; readonly at: string } | null;
  /** Holds of compliance: work goes on, money does not leave. */
  readonly holds: readonly string[];
  /** What the payer’s bank took back of it and when; the outcome is open. */
  readonly chargeback: { readonly id: string; readonly taken: Money; readonly at: string } | null;
  /** What the provider got for it. */
  readonly net?: Money;
}

export interface OpenEscrow {
  readonly status: 'open' | 'closed';
  readonly clientId: string;
  readonly providerId: string;
  readonly fees: FeeSchedule;
  readonly reviewDays: number;
  readonly milestones: readonly Milestone[];
}

export type Escrow = { readonly status: 'none' } | OpenEscrow;

export type EventNamed<Type> = Extract<EscrowEvent, { type: Type }>;

export const escrow: Aggregate<Escrow, EscrowEvent> = {
  category: 'escrow',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: Escrow, fact: EscrowEvent): Escrow {
  const { type, data } = fact;
  if (type === 'EscrowOpened') {
    const milestones = data.milestones.map((one) => ({
      ...one,
      state: 'pending' as const,
      versions: 0,
      frozen: null,
      holds: [],
      chargeback: null,
    }));
    return { ...data, status: 'open', milestones };
  }
  if (state.status === 'none') return state;
  switch (type) {
    case 'EscrowFunded':
      return change(state, data.milestoneId, () => ({
        state: 'funded',
        paid: { amount: data.amount, fee: data.fee, tax: data.tax },
      }));
    case 'MilestoneSubmitted': {
      const { deliveryId, version, autoReleaseAt } = data;
      return change(state, data.milestoneId, () => ({
        state: 'in_review',
        deliveryId,
        versions: version,
        autoReleaseAt,
      }));
    }
    case 'RevisionRequested':
      return change(state, data.milestoneId, () => ({ state: 'changes_requested' }));
    case 'EscrowReleased':
      return change(state, data.milestoneId, () => ({
        state: 'released',
        frozen: null,
        net: data.net,
      }));
    case 'EscrowRefunded':
      // A decision that gives to both says first what was released.
      return change(state, data.milestoneId, ({ state: before }) => ({
        state: before === 'released' ? 'split' : 'refunded',
        frozen: null,
      }));
    case 'EscrowClosed':
      return { ...state, status: 'closed' };
    default:
      return overlaid(state, fact);
  }
}

/** What stops money for a while: disputes, holds of compliance, chargebacks. */
function overlaid(state: OpenEscrow, { type, data }: EscrowEvent): OpenEscrow {
  switch (type) {
    case 'EscrowFrozen': {
      const { disputeId, at, milestoneIds } = data;
      const frozen = (now: OpenEscrow, one: string) =>
        change(now, one, () => ({ frozen: { disputeId, at } }));
      return milestoneIds.reduce(frozen, state);
    }
    case 'EscrowUnfrozen':
      return data.milestones.reduce(
        (now, { milestoneId, autoReleaseAt }) =>
          change(now, milestoneId, () => ({
            frozen: null,
            ...(autoReleaseAt && { autoReleaseAt }),
          })),
        state,
      );
    case 'EscrowHeld':
      return data.milestoneIds.reduce(
        (now, one) => change(now, one, ({ holds }) => ({ holds: [...holds, data.holdId] })),
        state,
      );
    case 'EscrowHoldLifted':
      return data.milestones.reduce(
        (now, { milestoneId }) =>
          change(now, milestoneId, ({ holds }) => ({
            holds: holds.filter((one) => one !== data.holdId),
          })),
        state,
      );
    case 'EscrowFrozenByChargeback': {
      const { chargebackId: id, taken, at } = data;
      return change(state, data.milestoneId, () => ({ chargeback: { id, taken, at } }));
    }
    case 'EscrowUnfrozenByChargeback': {
      const { milestoneId, left, autoReleaseAt } = data;
      return change(state, milestoneId, () => ({
        chargeback: null,
        ...(isZero(left) ? { state: 'refunded' as const } : { amount: left }),
        ...(autoReleaseAt && { autoReleaseAt }),
      }));
    }
    default:
      return state;
  }
}

function change(
  state: OpenEscrow,
  id: string,
  to: (one: Milestone) => Partial<Milestone>,
): OpenEscrow {
  const milestones = state.milestones.map((one) => (one.id === id ? { ...one, ...to(one) } : one));
  return { ...state, milestones };
}

/** One of the two may not do what the other may; a stranger finds no contract. */
export const strangers = ({ clientId, providerId }: OpenEscrow, by: string): never =>
  notTheirs('escrow', by, [clientId, providerId]);

export function opened(state: Escrow): OpenEscrow {
  if (state.status === 'none') return reject('escrow.not_found');
  if (state.status === 'closed') return reject('escrow.closed');
  return state;
}

export function find(escrow: OpenEscrow, id: string): Milestone {
  return escrow.milestones.find((one) => one.id === id) ?? reject('escrow.no_such_milestone');
}

/** Held still by a dispute: neither work nor money moves until it is decided, settled or withdrawn. */
export function moving(milestone: Milestone): Milestone {
  if (milestone.frozen) reject('escrow.frozen_by_dispute');
  if (milestone.chargeback) reject('escrow.frozen_by_chargeback');
  return milestone;
}

/** Nothing leaves while compliance holds it or the payer’s bank took it back, whoever decided. */
export function payable(milestone: Milestone): Milestone {
  if (milestone.holds.length > 0) reject('escrow.held');
  if (milestone.chargeback) reject('escrow.frozen_by_chargeback');
  return milestone;
}

export const isTerminal = ({ state }: Milestone): boolean =>
  state === 'released' || state === 'refunded' || state === 'split';

export const after = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString();
