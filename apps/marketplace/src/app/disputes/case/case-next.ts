import type { DisputeAction, DisputeView } from '@wire/dispute-case';
import type { Say } from '@ui/app/say';

/** The one thing to do first, where there is one; the others stand below it. */
const first: readonly DisputeAction[] = [
  'answer',
  'accept_recommendation',
  'accept_offer',
  'offer',
];

/** Stands with the evidence, not with what happens next. */
export const ofEvidence: readonly DisputeAction[] = ['add_evidence', 'close_evidence'];

export const namesOf = ({ client, provider }: DisputeView) => ({
  client: client.name,
  provider: provider.name,
});

export const across = (view: DisputeView) =>
  view.myRole === 'client' ? view.provider : view.client;

/** What the card at the end side says: for the state, for whether the reader acts, for what follows. */
export function nextCard(view: DisputeView, say: Say) {
  const { step, actions } = view;
  const names = { ...namesOf(view), other: across(view).name };
  const turn = step.mine ? 'mine' : 'theirs';
  const owner =
    step.owner === 'mediator' && view.mediator
      ? view.mediator.name
      : say.it(`ui.dispute.owners.${step.owner}`, names);
  const over = step.owner === 'nobody';
  const key = over ? step.state : `${step.state}.${turn}`;
  return {
    heading: say.it(`disputes.next.${key}.heading`, { ...names, owner }),
    text: say.it(`disputes.next.${key}.text`, { ...names, owner }),
    actor: owner,
    mine: step.mine,
    over,
    deadline: step.deadline,
    note:
      step.defaultOutcome === 'none'
        ? undefined
        : say.it(`ui.dispute.default.${step.defaultOutcome}`),
    other: across(view),
    primary: first.find((action) => actions.includes(action)) ?? null,
  };
}

/** The offer of the other side that can be accepted or declined. */
export const openOfferTo = (view: DisputeView) =>
  view.offers.findLast(({ by, state }) => state === 'open' && by !== view.myRole) ?? null;
