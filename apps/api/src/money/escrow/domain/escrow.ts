import { fundingReceipt, releaseReceipt, type FeeSchedule, type FundingReceipt } from '@money/fees';
import { equals, type Money } from '@money';
import type { MilestoneState } from '@wire/escrow';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { EscrowEvent } from './escrow.events';

export interface Milestone {
  readonly id: string;
  readonly amount: Money;
  readonly days: number;
  readonly state: MilestoneState;
  readonly deliveryId?: string;
  readonly versions: number;
  readonly autoReleaseAt?: string;
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

type EventNamed<Type> = Extract<EscrowEvent, { type: Type }>;

export const escrow: Aggregate<Escrow, EscrowEvent> = {
  category: 'escrow',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: Escrow, { type, data }: EscrowEvent): Escrow {
  if (type === 'EscrowOpened') {
    const milestones = data.milestones.map((one) => ({
      ...one,
      state: 'pending' as const,
      versions: 0,
    }));
    return { ...data, status: 'open', milestones };
  }
  if (state.status === 'none') return state;
  switch (type) {
    case 'EscrowFunded':
      return change(state, data.milestoneId, () => ({ state: 'funded' }));
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
      return change(state, data.milestoneId, () => ({ state: 'released' }));
    case 'EscrowClosed':
      return { ...state, status: 'closed' };
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

export type Terms = Omit<EventNamed<'EscrowOpened'>['data'], 'termsVersion'> & {
  termsVersion: string;
};

export function open(state: Escrow, terms: Terms): EscrowEvent {
  if (state.status !== 'none') reject('escrow.already_open');
  return { type: 'EscrowOpened', data: terms };
}

/** What the client has to pay for a milestone that waits for money. */
export function fundable(state: Escrow, by: string, milestoneId: string): FundingReceipt {
  const escrow = opened(state);
  if (escrow.clientId !== by) reject('escrow.not_yours');
  const milestone = find(escrow, milestoneId);
  if (milestone.state !== 'pending') reject('escrow.already_funded');
  return fundingReceipt(milestone.amount, escrow.fees);
}

export function fund(
  state: Escrow,
  by: string,
  { milestoneId, depositId, now }: { milestoneId: string; depositId: string; now: Date },
): EventNamed<'EscrowFunded'> {
  const { amount, fee, tax } = fundable(state, by, milestoneId);
  const { days } = find(opened(state), milestoneId);
  const dueAt = after(now, days);
  return {
    type: 'EscrowFunded',
    data: { milestoneId, clientId: by, amount, fee, tax, depositId, dueAt },
  };
}

export function submit(
  state: Escrow,
  by: string,
  work: { milestoneId: string; deliveryId: string; artifactHashes: string[]; now: Date },
): EventNamed<'MilestoneSubmitted'> {
  const escrow = opened(state);
  if (escrow.providerId !== by) reject('escrow.not_yours');
  const milestone = find(escrow, work.milestoneId);
  if (milestone.state === 'pending') reject('escrow.not_funded');
  if (milestone.state === 'released') reject('escrow.already_released');
  const { milestoneId, deliveryId, artifactHashes } = work;
  const autoReleaseAt = after(work.now, escrow.reviewDays);
  const version = milestone.versions + 1;
  return {
    type: 'MilestoneSubmitted',
    data: { milestoneId, deliveryId, version, artifactHashes, autoReleaseAt },
  };
}

export function requestChanges(
  state: Escrow,
  by: string,
  { milestoneId, points }: { milestoneId: string; points: number },
): EventNamed<'RevisionRequested'> {
  const escrow = opened(state);
  if (escrow.clientId !== by) reject('escrow.not_yours');
  const { state: where, deliveryId } = find(escrow, milestoneId);
  if (where !== 'in_review' || !deliveryId) return reject('escrow.not_in_review');
  return { type: 'RevisionRequested', data: { milestoneId, deliveryId, points } };
}

/** The client may release any funded milestone, delivered or not; the amount is said again. */
export function release(
  state: Escrow,
  by: string,
  { milestoneId, amount }: { milestoneId: string; amount: Money },
): EscrowEvent[] {
  const escrow = opened(state);
  if (escrow.clientId !== by) reject('escrow.not_yours');
  const milestone = find(escrow, milestoneId);
  if (!equals(milestone.amount, amount)) reject('escrow.amount_mismatch');
  return settle(escrow, milestone, 'approved');
}

/** The review period passed without a word: the provider is paid. Nothing when it is not due. */
export function autoRelease(state: Escrow, milestoneId: string, now: Date): EscrowEvent[] {
  const escrow = opened(state);
  const milestone = find(escrow, milestoneId);
  if (milestone.state !== 'in_review' || !milestone.autoReleaseAt) return [];
  if (new Date(milestone.autoReleaseAt) > now) return [];
  return settle(escrow, milestone, 'auto');
}

function settle(
  escrow: OpenEscrow,
  milestone: Milestone,
  reason: 'approved' | 'auto',
): EscrowEvent[] {
  if (milestone.state === 'pending') reject('escrow.not_funded');
  if (milestone.state === 'released') reject('escrow.already_released');
  const { id: milestoneId, amount } = milestone;
  const settled = {
    milestoneId,
    providerId: escrow.providerId,
    ...releaseReceipt(amount, escrow.fees),
    reason,
  };
  const last = escrow.milestones.every((one) => one.id === milestoneId || one.state === 'released');
  const released: EscrowEvent = { type: 'EscrowReleased', data: settled };
  return last ? [released, { type: 'EscrowClosed', data: { outcome: 'released' } }] : [released];
}

export function opened(state: Escrow): OpenEscrow {
  if (state.status === 'none') return reject('escrow.not_found');
  if (state.status === 'closed') return reject('escrow.closed');
  return state;
}

function find(escrow: OpenEscrow, id: string): Milestone {
  return escrow.milestones.find((one) => one.id === id) ?? reject('escrow.no_such_milestone');
}

const after = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString();
