import { minor } from '@money';
import { rulingLimitMinor, type Allocation, type Split } from '@wire/disputes';
import { reject } from '@kernel/reject';
import {
  about,
  isOpenWindow,
  isUndecided,
  known,
  type Case,
  type Dispute,
  type EventNamed,
} from './dispute';
import type { DisputeEvent } from './disputes.events';
import type { Words } from './opening';
import { daysAfter, disputePolicy } from './policy';
import { allocationsOf } from './split';

/** A stake in the case: a side of it. That they never traded with a side is looked up before. */
export function assign(
  state: Dispute,
  byId: string,
  { mediatorId, hasStake }: { mediatorId: string; hasStake: boolean },
): DisputeEvent {
  const open = known(state);
  if (open.status !== 'mediation') reject('disputes.not_in_mediation');
  if (hasStake || isParty(open, mediatorId)) reject('disputes.conflict');
  if (open.mediatorId === mediatorId) reject('disputes.already_assigned');
  return {
    type: 'MediatorAssigned',
    data: { ...about(open), mediatorId, byId, conflictCheck: 'passed' },
  };
}

export function recommend(
  state: Dispute,
  by: string,
  wish: { split: Split; reasons: Words },
): DisputeEvent {
  const open = mediated(state, by);
  const allocations = allocationsOf(open.milestones, wish.split);
  const { reasons } = wish;
  return {
    type: 'RecommendationIssued',
    data: { ...about(open), mediatorId: by, allocations, reasons },
  };
}

export interface Ruling {
  readonly rulingId: string;
  readonly approvalId: string | null;
  readonly allocations: readonly Allocation[];
  readonly reasons: Words;
  readonly policyReference: string;
  readonly simulationHash: string;
  readonly now: Date;
}

export const needsSecondPerson = ({ amount }: Pick<Case, 'amount'>): boolean =>
  minor(amount) > rulingLimitMinor;

/** Whether this mediator may rule now; the split must give away all of the money and no more. */
export function mayRule(state: Dispute, by: string, split: Split, now: Date): Allocation[] {
  const open = known(state);
  const isHeard = !isOpenWindow(open, 'client', now) && !isOpenWindow(open, 'provider', now);
  if (isUndecided(open) && !isHeard) reject('disputes.windows_open', { windows: open.windows });
  return allocationsOf(mediated(state, by).milestones, split);
}

/** Up to the limit a ruling is the decision; above it waits for a second person. */
export function rule(state: Dispute, by: string, ruling: Ruling): DisputeEvent[] {
  const { allocations, now, rulingId, approvalId, ...rest } = ruling;
  const milestones = allocations.map(({ milestoneId, toProvider }) => ({
    milestoneId,
    toProvider,
  }));
  const exact = mayRule(state, by, { kind: 'amounts', milestones }, now);
  const open = known(state);
  const whole = {
    ...about(open),
    ...rest,
    ...{ rulingId, approvalId, mediatorId: by, allocations: exact },
    policyVersion: disputePolicy.version,
  };
  const proposed: EventNamed<'RulingProposed'> = { type: 'RulingProposed', data: whole };
  if (needsSecondPerson(open)) return [proposed];
  return [proposed, decided(open, whole, null, now)];
}

/** The second person agreed to exactly this ruling. */
export function issue(
  state: Dispute,
  { rulingId, approverId, now }: { rulingId: string; approverId: string; now: Date },
): DisputeEvent {
  const open = known(state);
  const { proposed } = open;
  if (open.status !== 'ruling_proposed' || proposed?.rulingId !== rulingId)
    return reject('disputes.not_proposed');
  if (proposed.mediatorId === approverId || isParty(open, approverId)) reject('disputes.conflict');
  return decided(open, proposed, approverId, now);
}

/** Nobody agreed: the mediator decides anew. Nothing when that ruling is gone already. */
export function giveBack(state: Dispute, approvalId: string, reason: 'denied' | 'expired') {
  const open = known(state);
  const { proposed } = open;
  if (open.status !== 'ruling_proposed' || proposed?.approvalId !== approvalId) return [];
  const { rulingId } = proposed;
  const fact: DisputeEvent = { type: 'RulingReturned', data: { ...about(open), rulingId, reason } };
  return [fact];
}

function decided(
  open: Case,
  { rulingId, mediatorId, ...ruling }: EventNamed<'RulingProposed'>['data'],
  approverId: string | null,
  now: Date,
): EventNamed<'DecisionIssued'> {
  const { allocations, reasons, policyReference, policyVersion, simulationHash } = ruling;
  return {
    type: 'DecisionIssued',
    data: {
      ...about(open),
      ...{ basis: 'ruling', rulingId, mediatorId, approverId, allocations, reasons },
      ...{ policyReference, policyVersion, simulationHash },
      appealBy: daysAfter(now, disputePolicy.appealDays),
    },
  };
}

function mediated(state: Dispute, by: string): Case {
  const open = known(state);
  if (open.status === 'ruling_proposed') reject('disputes.ruling_pending');
  if (open.status !== 'mediation') reject('disputes.not_in_mediation');
  if (open.mediatorId !== by) reject('disputes.not_assigned');
  return open;
}

export const isParty = ({ clientId, providerId }: Case, who: string): boolean =>
  who === clientId || who === providerId;
