import type { Allocation, Split } from '@wire/disputes';
import { reject } from '@kernel/reject';
import { about, final, known, sideOf, type Case, type Dispute, type EventNamed } from './dispute';
import type { DisputeEvent } from './disputes.events';
import type { Words } from './opening';
import { daysAfter, disputePolicy } from './policy';
import { isParty } from './ruling';
import { allocationsOf, isSame } from './split';

/** Once for both sides together: a decision is looked at a second time, not a third. */
export function appeal(state: Dispute, by: string, wish: { grounds: Words; now: Date }) {
  const open = known(state);
  const side = sideOf(open, by);
  if (open.appeal) reject('disputes.already_appealed');
  if (['final', 'executed'].includes(open.status) && open.decision) reject('disputes.appeal_over');
  if (open.status !== 'decided' || !open.decision) return reject('disputes.not_decided');
  if (wish.now >= new Date(open.decision.appealBy)) reject('disputes.appeal_over');
  const decideBy = daysAfter(wish.now, disputePolicy.panelDays);
  const fact: DisputeEvent = {
    type: 'AppealOpened',
    data: { ...about(open), by: side, grounds: wish.grounds, decideBy },
  };
  return fact;
}

/** Two people who were not in it: not the sides, not the mediator, not whoever approved. */
export function assignPanel(
  state: Dispute,
  byId: string,
  { memberIds, hasStake }: { memberIds: readonly string[]; hasStake: boolean },
): DisputeEvent {
  const open = known(state);
  if (open.status !== 'appealed') reject('disputes.not_appealed');
  if (open.panel.length > 0) reject('disputes.panel_assigned');
  if (new Set(memberIds).size !== 2 || hasStake) reject('disputes.conflict');
  if (memberIds.some((one) => isParty(open, one) || wasInIt(open, one)))
    reject('disputes.conflict');
  return {
    type: 'PanelAssigned',
    data: { ...about(open), memberIds: [...memberIds], byId, conflictCheck: 'passed' },
  };
}

export function wasInIt({ decision }: Case, who: string): boolean {
  return decision?.mediatorId === who || decision?.approverId === who;
}

/** Null upholds. Both must say the same; until then a member may say something else. */
export function vote(
  state: Dispute,
  by: string,
  wish: { split: Split | null; reasons: Words },
): DisputeEvent[] {
  const open = known(state);
  if (open.status !== 'appealed' || !open.decision) return reject('disputes.not_appealed');
  if (!open.panel.includes(by)) reject('disputes.not_on_panel');
  const { reasons } = wish;
  const standing = open.decision.allocations;
  const allocations = wish.split ? allocationsOf(open.milestones, wish.split) : standing;
  const upholds = isSame(allocations, standing);
  const voted: DisputeEvent = {
    type: 'PanelVoted',
    data: { ...about(open), memberId: by, allocations, upholds, reasons },
  };
  const isAgreed = open.votes.some(
    (one) => one.memberId !== by && isSame(one.allocations, allocations),
  );
  if (!isAgreed) return [voted];
  return [voted, ...over(open, { basis: 'panel', upheld: upholds, allocations, reasons })];
}

type Verdict = Pick<EventNamed<'AppealDecided'>['data'], 'basis' | 'upheld' | 'reasons'> & {
  readonly allocations: Allocation[];
};

/** The appeal is over, and with it the dispute. */
export function over(open: Case, verdict: Verdict): DisputeEvent[] {
  const { allocations } = verdict;
  return [
    { type: 'AppealDecided', data: { ...about(open), ...verdict } },
    final(open, 'appeal', allocations),
  ];
}
