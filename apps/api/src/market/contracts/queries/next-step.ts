import type { ContractMilestone, ContractState, NextStep } from '@wire/contracts';

export type Viewer = 'client' | 'provider' | 'staff';
export type StandingMilestone = Pick<
  ContractMilestone,
  'id' | 'amount' | 'state' | 'dueAt' | 'autoReleaseAt'
>;

export interface Standing {
  readonly state: ContractState;
  readonly milestones: readonly StandingMilestone[];
  readonly total: NextStep['amount'];
  /** Whether the viewer has written a review. */
  readonly reviewed: boolean;
}

type Kind = NextStep['kind'];
type Find = (...states: StandingMilestone['state'][]) => StandingMilestone | undefined;

/**
 * What happens next on a contract, seen by one of its sides. Of several open milestones a review
 * comes before a delivery, because its clock releases the money, and a delivery before funding.
 */
export function nextStep(standing: Standing, viewer: Viewer): NextStep {
  const { state, total } = standing;
  if (state === 'offered') {
    return turn('provider', viewer, ['sign', 'await_signature'], { amount: total });
  }
  if (state === 'active') return nextWork(standing.milestones, viewer);
  if (state === 'completed' && viewer !== 'staff' && !standing.reviewed)
    return { ...nothing('rate'), actor: viewer, mine: true };
  return nothing(state === 'completed' ? 'done' : 'ended');
}

function nextWork(milestones: readonly StandingMilestone[], viewer: Viewer): NextStep {
  const first: Find = (...states) => milestones.find(({ state }) => states.includes(state));
  const reviewed = first('in_review');
  if (reviewed) {
    const about = { ...subject(reviewed), deadline: reviewed.autoReleaseAt };
    return turn('client', viewer, ['review', 'await_review'], about);
  }
  const worked = first('changes_requested', 'funded');
  if (worked) {
    const about = { ...subject(worked), deadline: worked.dueAt };
    return turn('provider', viewer, ['deliver', 'await_delivery'], about);
  }
  const waiting = first('pending');
  if (waiting) return turn('client', viewer, ['fund', 'await_funding'], subject(waiting));
  return nothing('done');
}

const subject = ({ id, amount }: StandingMilestone) => ({ milestoneId: id, amount });

function turn(
  actor: 'client' | 'provider',
  viewer: Viewer,
  [own, waiting]: [Kind, Kind],
  about: Partial<NextStep>,
): NextStep {
  const mine = actor === viewer;
  return {
    milestoneId: null,
    deadline: null,
    amount: null,
    ...about,
    kind: mine ? own : waiting,
    actor,
    mine,
  };
}

const nothing = (kind: Kind): NextStep => ({
  kind,
  milestoneId: null,
  actor: 'nobody',
  mine: false,
  deadline: null,
  amount: null,
});
