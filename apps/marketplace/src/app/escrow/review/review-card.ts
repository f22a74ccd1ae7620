import type { Say } from '@ui/app/say';
import type { OpenMilestone } from '../milestone-page';

/** What the card at the end side says, for the milestone's state and for who looks at it. */
export function reviewCard({ contract, milestone }: OpenMilestone, say: Say) {
  const { myRole, client, provider } = contract;
  const inReview = milestone.state === 'in_review';
  const changing = milestone.state === 'changes_requested';
  const key =
    milestone.state === 'released'
      ? 'released'
      : inReview
        ? myRole === 'client'
          ? 'decide'
          : 'wait'
        : changing
          ? 'changing'
          : 'nothing';
  const words = {
    client: client.name,
    provider: provider.name,
    amount: say.money(milestone.amount),
  };
  const other = myRole === 'client' ? provider : client;
  return {
    heading: say.it(`escrow.review.${key}.heading`, words),
    text: say.it(`escrow.review.${key}.text`, words),
    decides: key === 'decide',
    settled: key === 'released',
    actor: inReview ? client.name : provider.name,
    mine: (inReview && myRole === 'client') || (changing && myRole === 'provider'),
    deadline: inReview ? milestone.autoReleaseAt : changing ? milestone.dueAt : null,
    note: inReview ? say.it('escrow.review.autoRelease', words) : undefined,
    other,
  };
}
