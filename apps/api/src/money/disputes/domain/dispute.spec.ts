import { minor, money } from '@money';
import fc from 'fast-check';
import {
  after,
  decided,
  deliberating,
  later,
  mediation,
  opens,
  answers,
  percent,
  provider,
  client,
  mediator,
  rules,
  second,
  start,
  third,
  votes,
  words,
  type Step,
} from '../../../../../../test/support/dispute-story';
import { passTime, remind } from './deadlines';
import type { Dispute } from './dispute';
import { acceptOffer, acceptRecommendation } from './negotiation';
import { businessDaysAfter } from './policy';
import { giveBack, recommend } from './ruling';
import { allocationsOf } from './split';

describe('a dispute', () => {
  it('is settled by taking the claim, or an offer, or what the mediator recommends', () => {
    after(opens)
      .when((s) => acceptOffer(s, provider, 'o1'))
      .thenTypes('OfferAccepted', 'DisputeSettled');
    const recommends: Step = (s) => recommend(s, mediator, { split: percent(60), reasons: words });
    const takes: Step = (s) => acceptRecommendation(s, client);
    after(...mediation, recommends, takes)
      .when((s) => acceptRecommendation(s, provider))
      .thenTypes('RecommendationAccepted', 'DisputeSettled');
  });

  it('moves at its deadlines and not before', () => {
    const at = (days: number) => (state: Dispute) => passTime(state, later(days));
    after(opens).when(at(6.9)).then();
    after(opens).when(at(7)).thenTypes('DisputeDeadlineMissed', 'DecisionIssued');
    after(opens, answers)
      .when(at(8))
      .thenTypes(
        ...(['EvidenceWindowClosed', 'EvidenceWindowClosed', 'MediationStarted'] as const),
      );
    after(...mediation)
      .when(at(32))
      .thenTypes('DisputeDeadlineMissed', 'DecisionIssued');
    after(...decided)
      .when(at(10.9))
      .then();
    after(...decided)
      .when(at(11))
      .thenTypes('DisputeFinal');
    after(...deliberating)
      .when(at(19))
      .thenTypes(...(['DisputeDeadlineMissed', 'AppealDecided', 'DisputeFinal'] as const));
    after(opens, answers)
      .when((s) => remind(s, { step: 'answer', party: 'provider', daysLeft: 2 }))
      .then();
  });

  it('ends when both of the panel say the same, and takes what they say', () => {
    const changed = after(...deliberating, votes(second, percent(100)));
    changed.when(votes(third, null)).thenTypes('PanelVoted');
    changed
      .when(votes(third, percent(100)))
      .thenTypes('PanelVoted', 'AppealDecided', 'DisputeFinal');
  });

  it('gives a ruling back that nobody agreed to, and only that one', () => {
    after(...mediation, rules)
      .when((s) => giveBack(s, 'a1', 'denied'))
      .thenTypes('RulingReturned');
    after(...mediation, rules)
      .when((s) => giveBack(s, 'a9', 'denied'))
      .then();
  });

  it('counts business days, not days', () => {
    expect(businessDaysAfter(start, 5)).toBe('2026-11-09T10:00:00.000Z');
    expect(businessDaysAfter(new Date('2026-11-07T10:00:00Z'), 1)).toBe('2026-11-09T10:00:00.000Z');
  });

  it('gives away all of the money, whatever the share and the amounts', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.nat(100), (sizes, share) => {
        const disputed = sizes.map((size, place) => ({
          id: String(place),
          amount: money(size, 'INR'),
        }));
        const parts = allocationsOf(disputed, percent(share));
        for (const [place, { toProvider, toClient }] of parts.entries())
          expect(minor(toProvider) + minor(toClient)).toBe(sizes[place]);
      }),
      { numRuns: 10_000 },
    );
  });
});
