import type { ContractMilestone, ContractView } from '@wire/contracts';
import type { MilestoneState } from '@wire/escrow';
import type { Say } from '@ui/app/say';
import type { StripPart } from '@ui/money-strip';
import type { RailStep } from '@ui/state-rail';

const stepOf: Record<MilestoneState, string> = {
  pending: 'funded',
  funded: 'working',
  changes_requested: 'working',
  in_review: 'review',
  released: 'released',
  refunded: 'released',
  split: 'released',
};
const settled = ({ state }: ContractMilestone) =>
  state === 'released' || state === 'refunded' || state === 'split';

/** The rail follows the milestone of the next step; else the first that is not settled. */
export function railMilestone(view: ContractView): ContractMilestone | undefined {
  const next = view.milestones.find(({ id }) => id === view.next.milestoneId);
  return next ?? view.milestones.find((each) => !settled(each)) ?? view.milestones.at(-1);
}

export function railCurrent(view: ContractView): string {
  if (view.state === 'completed') return 'done';
  const milestone = railMilestone(view);
  return view.state === 'active' && milestone ? stepOf[milestone.state] : 'offer';
}

export function railSteps(view: ContractView, say: Say): RailStep[] {
  const milestone = railMilestone(view);
  const signed = view.signatures.at(-1)?.at;
  const funded = milestone !== undefined && milestone.state !== 'pending';
  const notes: Record<string, string | undefined> = {
    offer: signed && say.it('contracts.rail.signed', { day: say.day(signed) }),
    funded: funded ? say.money(milestone.amount) : undefined,
    working: milestone?.dueAt
      ? say.it('contracts.rail.due', { day: say.day(milestone.dueAt) })
      : undefined,
    review: milestone?.autoReleaseAt
      ? say.it('contracts.rail.until', { day: say.day(milestone.autoReleaseAt) })
      : undefined,
    released: say.it('contracts.rail.releasedOf', {
      count: view.milestones.filter(settled).length,
      all: view.milestones.length,
    }),
  };
  return ['offer', 'funded', 'working', 'review', 'released'].map((id) => {
    const note = notes[id];
    return { id, label: say.it(`contracts.rail.${id}`), ...(note ? { note } : {}) };
  });
}

/** Held · in review · released · fees; what came back only where something did. */
export function moneyParts({ money }: ContractView, say: Say): StripPart[] {
  const word = (id: string) => say.it(`contracts.money.${id}`);
  const refunded = money.refunded.amountMinor === '0' ? [] : [money.refunded];
  return [
    { id: 'held', label: word('held'), amount: money.held, kind: 'held' },
    {
      id: 'review',
      label: word('review'),
      amount: money.inReview,
      kind: money.inReview.amountMinor === '0' ? 'plain' : 'waiting',
    },
    { id: 'released', label: word('released'), amount: money.released },
    { id: 'fees', label: word('fees'), amount: money.fees },
    ...refunded.map((amount): StripPart => ({ id: 'refunded', label: word('refunded'), amount })),
  ];
}
