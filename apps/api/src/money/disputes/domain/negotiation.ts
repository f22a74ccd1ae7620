import type { Split } from '@wire/disputes';
import { reject } from '@kernel/reject';
import { about, isUndecided, known, sideOf, type Case, type Dispute, type Offer } from './dispute';
import type { DisputeEvent } from './disputes.events';
import type { Words } from './opening';
import { daysAfter, disputePolicy } from './policy';
import { allocationsOf } from './split';

/** An offer is open until the other side answers it or the same side makes another. */
export function offer(
  state: Dispute,
  by: string,
  wish: { offerId: string; split: Split; note: Words | null },
): DisputeEvent {
  const open = negotiable(state, by);
  const side = sideOf(open, by);
  const { offerId, note } = wish;
  const allocations = allocationsOf(open.milestones, wish.split);
  return { type: 'OfferMade', data: { ...about(open), offerId, by: side, allocations, note } };
}

export function acceptOffer(state: Dispute, by: string, offerId: string): DisputeEvent[] {
  const { open, found } = theirOffer(state, by, offerId);
  const side = sideOf(open, by);
  return [
    { type: 'OfferAccepted', data: { ...about(open), offerId, by: side } },
    {
      type: 'DisputeSettled',
      data: { ...about(open), basis: 'offer', allocations: [...found.allocations] },
    },
  ];
}

export function declineOffer(state: Dispute, by: string, offerId: string): DisputeEvent {
  const { open } = theirOffer(state, by, offerId);
  return { type: 'OfferDeclined', data: { ...about(open), offerId, by: sideOf(open, by) } };
}

/** Either side may ask for a mediator once the claim was answered. */
export function escalate(state: Dispute, by: string, now: Date): DisputeEvent {
  const open = negotiable(state, by);
  if (open.status === 'evidence') reject('disputes.not_negotiable');
  if (open.status !== 'negotiation') reject('disputes.already_in_mediation');
  return mediation(open, { reason: 'escalated', by: sideOf(open, by), now });
}

export function mediation(
  open: Case,
  {
    reason,
    by,
    now,
  }: { reason: 'deadline' | 'escalated'; by: 'client' | 'provider' | null; now: Date },
): DisputeEvent {
  const mediateUntil = daysAfter(now, disputePolicy.mediationDays);
  return { type: 'MediationStarted', data: { ...about(open), reason, by, mediateUntil } };
}

/** When both accepted what the mediator recommends, the dispute is settled. */
export function acceptRecommendation(state: Dispute, by: string): DisputeEvent[] {
  const open = negotiable(state, by);
  const side = sideOf(open, by);
  const { recommendation, acceptedBy } = open;
  if (!recommendation) return reject('disputes.no_recommendation');
  if (acceptedBy.includes(side)) reject('disputes.already_accepted');
  const accepted: DisputeEvent = {
    type: 'RecommendationAccepted',
    data: { ...about(open), by: side },
  };
  if (acceptedBy.length === 0) return [accepted];
  const { allocations } = recommendation;
  return [
    accepted,
    { type: 'DisputeSettled', data: { ...about(open), basis: 'recommendation', allocations } },
  ];
}

function negotiable(state: Dispute, by: string): Case {
  const open = known(state);
  sideOf(open, by);
  if (!isUndecided(open)) reject('disputes.not_negotiable');
  return open;
}

function theirOffer(state: Dispute, by: string, offerId: string): { open: Case; found: Offer } {
  const open = negotiable(state, by);
  const found = open.offers.find(({ id }) => id === offerId);
  if (!found) return reject('disputes.no_such_offer');
  if (found.by === sideOf(open, by)) reject('disputes.own_offer');
  if (found.state !== 'open') reject('disputes.offer_not_open');
  return { open, found };
}
