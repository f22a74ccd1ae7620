import type { ContractMilestone, ContractState, ContractView, NextStep } from '@wire/contracts';

export type Viewer = 'client' | 'provider' | 'staff';
export type StandingMilestone = Pick<
  ContractMilestone,
  'id' | 'amount' | 'state' | 'dueAt' | 'autoReleaseAt'
> & { readonly disputeId?: string | null };

export type StandingDispute = Pick<
  ContractView['disputes'][number],
  'id' | 'owner' | 'deadline' | 'milestoneIds'
>;

export interface Standing {
  readonly state: ContractState;
  readonly milestones: readonly StandingMilestone[];
  readonly total: NextStep['amount'];
  /** Whether the viewer has written a review. */
  readonly reviewed: boolean;
  readonly disputes?: readonly StandingDispute[];
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
  if (state === 'active') {
    const running = (standing.disputes ?? []).filter(({ owner }) => owner !== 'nobody');
    const mine = running.find(({ owner }) => owner === viewer || owner === 'both');
    const moving = standing.milestones.filter(({ disputeId }) => !disputeId);
    const work = mine && viewer !== 'staff' ? nothing('done') : nextWork(moving, viewer);
    const [first] = running;
    const dispute = mine ?? first;
    return dispute && work.kind === 'done' ? disputed(dispute, viewer) : work;
  }
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

/** Money that is held still: whoever has to act, or the mediators. */
function disputed(
  { id, owner, deadline, milestoneIds }: StandingDispute,
  viewer: Viewer,
): NextStep {
  const isMine = viewer !== 'staff' && (owner === viewer || owner === 'both');
  const side = owner === 'client' || owner === 'provider' ? owner : 'mediator';
  return {
    ...nothing(isMine ? 'dispute' : 'await_dispute'),
    ...{ milestoneId: milestoneIds[0] ?? null, disputeId: id, deadline },
    actor: isMine ? viewer : side,
    mine: isMine,
  };
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
