import { fundingReceipt, type FundingReceipt } from '@money/fees';
import { reject } from '@kernel/reject';
import {
  after,
  find,
  isTerminal,
  moving,
  opened,
  type Escrow,
  type EventNamed,
  strangers,
} from './escrow';
import type { EscrowEvent } from './escrow.events';

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
  if (escrow.clientId !== by) strangers(escrow, by);
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
  if (escrow.providerId !== by) strangers(escrow, by);
  const milestone = moving(find(escrow, work.milestoneId));
  if (milestone.state === 'pending') reject('escrow.not_funded');
  if (isTerminal(milestone)) reject('escrow.already_released');
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
  if (escrow.clientId !== by) strangers(escrow, by);
  const { state: where, deliveryId } = moving(find(escrow, milestoneId));
  if (where !== 'in_review' || !deliveryId) return reject('escrow.not_in_review');
  return { type: 'RevisionRequested', data: { milestoneId, deliveryId, points } };
}
