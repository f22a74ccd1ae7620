import {
  after,
  answers,
  client,
  escalates,
  inr,
  item,
  later,
  mediator,
  opens,
  percent,
  provider,
  start,
  words,
  type Refusal,
  decided,
  mediation,
} from '../../../../../../test/support/dispute-story';
import { acceptOffer, acceptRecommendation, declineOffer, escalate, offer } from './negotiation';
import { answer, closeWindow, submit, withdraw } from './opening';
import { recommend } from './ruling';

describe('the sides of a dispute are refused, when it', () => {
  it.each<Refusal>([
    ['is not there', [], (state) => escalate(state, client, start), 'disputes.not_found'],
    ['opens once', [opens], opens, 'request.conflict'],
    ['is hidden from strangers', [opens], (s) => withdraw(s, 'somebody'), 'disputes.not_found'],
    [
      'is answered by the other side',
      [opens],
      (s) => answer(s, client, { words, now: start }),
      'disputes.not_yours',
    ],
    ['is answered once', [opens, answers], answers, 'disputes.not_awaiting_answer'],
    [
      'is answered in time',
      [opens],
      (s) => answer(s, provider, { words, now: later(8) }),
      'disputes.window_closed',
    ],
    [
      'takes evidence in time',
      [opens],
      (s) => submit(s, client, [item], later(8)),
      'disputes.window_closed',
    ],
    [
      'takes nothing after a side closed',
      [...mediation],
      (s) => submit(s, client, [item], later(2)),
      'disputes.window_closed',
    ],
    [
      'closes a window once',
      [...mediation],
      (s) => closeWindow(s, client, later(2)),
      'disputes.window_closed',
    ],
    [
      'is withdrawn by whoever opened it',
      [opens],
      (s) => withdraw(s, provider),
      'disputes.not_yours',
    ],
    [
      'is not withdrawn after the decision',
      [...decided],
      (s) => withdraw(s, client),
      'disputes.not_negotiable',
    ],
    [
      'is not settled after the decision',
      [...decided],
      (s) => acceptOffer(s, provider, 'o1'),
      'disputes.not_negotiable',
    ],
    ['knows its offers', [opens], (s) => acceptOffer(s, provider, 'o9'), 'disputes.no_such_offer'],
    [
      'lets nobody take the own offer',
      [opens],
      (s) => acceptOffer(s, client, 'o1'),
      'disputes.own_offer',
    ],
    [
      'declines an offer once',
      [opens, (s) => declineOffer(s, provider, 'o1')],
      (s) => acceptOffer(s, provider, 'o1'),
      'disputes.offer_not_open',
    ],
    [
      'shares no more than there is',
      [opens],
      (s) =>
        offer(s, client, {
          offerId: 'o2',
          note: null,
          split: {
            kind: 'amounts',
            milestones: [{ milestoneId: 'm2', toProvider: inr(6_000_001) }],
          },
        }),
      'disputes.split_mismatch',
    ],
    ['is answered before it goes to a mediator', [opens], escalates, 'disputes.not_negotiable'],
    ['goes to a mediator once', [...mediation], escalates, 'disputes.already_in_mediation'],
    [
      'has no recommendation yet',
      [...mediation],
      (s) => acceptRecommendation(s, client),
      'disputes.no_recommendation',
    ],
    [
      'takes the word of a side once',
      [
        ...mediation,
        (s) => recommend(s, mediator, { split: percent(60), reasons: words }),
        (s) => acceptRecommendation(s, client),
      ],
      (s) => acceptRecommendation(s, client),
      'disputes.already_accepted',
    ],
  ])('%s', (_, steps, step, code) => {
    after(...steps)
      .when(step)
      .thenRejects(code);
  });
});
