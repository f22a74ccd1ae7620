import type { Allocation, Side } from '@wire/disputes';
import { reject } from '@kernel/reject';
import {
  about,
  isOpenWindow,
  isUndecided,
  known,
  other,
  sideOf,
  type Dispute,
  type EventNamed,
} from './dispute';
import type { DisputeEvent } from './disputes.events';
import { businessDaysAfter, disputePolicy } from './policy';
import { disputedAmount, type Disputed } from './split';

export type Words = EventNamed<'DisputeOpened'>['data']['claim'];
type Packed = EventNamed<'EvidencePacked'>['data']['items'];

export interface Opening {
  readonly disputeId: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly openedBy: Side;
  readonly category: string;
  readonly milestones: readonly Disputed[];
  readonly claim: Words;
  readonly wish: { readonly offerId: string; readonly allocations: readonly Allocation[] };
  readonly packed: Packed;
  readonly now: Date;
}

/** The claim stands as the first offer: whoever accepts it settles. */
export function open(state: Dispute, opening: Opening): DisputeEvent[] {
  if (state.status !== 'none') reject('request.conflict');
  const { disputeId, contractId, clientId, providerId, openedBy, wish, packed, now } = opening;
  const ids = { disputeId, contractId, clientId, providerId };
  const answerBy = businessDaysAfter(now, disputePolicy.answerBusinessDays);
  return [
    {
      type: 'DisputeOpened',
      data: {
        ...ids,
        ...{ openedBy, category: opening.category, milestones: [...opening.milestones] },
        amount: disputedAmount(opening.milestones),
        claim: opening.claim,
        policyReference: disputePolicy.reference,
        policyVersion: disputePolicy.version,
        answerBy,
        windows: { client: answerBy, provider: answerBy },
      },
    },
    {
      type: 'OfferMade',
      data: {
        ...{ ...ids, offerId: wish.offerId, by: openedBy },
        allocations: [...wish.allocations],
        note: null,
      },
    },
    { type: 'EvidencePacked', data: { ...ids, items: packed } },
  ];
}

/** The other side answers; from then on both may add and offer for the same time. */
export function answer(state: Dispute, by: string, wish: { words: Words; now: Date }) {
  const open = known(state);
  const side = sideOf(open, by);
  if (side === open.openedBy) reject('disputes.not_yours');
  if (open.status !== 'evidence') reject('disputes.not_awaiting_answer');
  if (wish.now >= new Date(open.answerBy)) reject('disputes.window_closed');
  const until = businessDaysAfter(wish.now, disputePolicy.negotiationBusinessDays);
  const windows = {
    client: open.closed.client ? open.windows.client : until,
    provider: until,
  };
  if (open.closed.provider) Object.assign(windows, { provider: open.windows.provider });
  const fact: EventNamed<'DisputeAnswered'> = {
    type: 'DisputeAnswered',
    data: { ...about(open), by: side, answer: wish.words, negotiateUntil: until, windows },
  };
  return fact;
}

export interface Item {
  readonly evidenceId: string;
  readonly kind: 'text' | 'file';
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

export function submit(state: Dispute, by: string, items: readonly Item[], now: Date) {
  const open = known(state);
  const side = sideOf(open, by);
  if (!isUndecided(open) || !isOpenWindow(open, side, now)) reject('disputes.window_closed');
  return items.map((item, at): DisputeEvent => ({
    type: 'EvidenceSubmitted',
    data: { ...about(open), by: side, ...item, ...(at > 0 && { isTogether: true }) },
  }));
}

/** A side that has nothing to add need not wait for its window. */
export function closeWindow(state: Dispute, by: string, now: Date): DisputeEvent {
  const open = known(state);
  const side = sideOf(open, by);
  if (!isUndecided(open) || !isOpenWindow(open, side, now)) reject('disputes.window_closed');
  return {
    type: 'EvidenceWindowClosed',
    data: { ...about(open), side, reason: 'early', at: now.toISOString() },
  };
}

/** Back to how it was; whoever opened it, as long as nobody decided. */
export function withdraw(state: Dispute, by: string): DisputeEvent {
  const open = known(state);
  const side = sideOf(open, by);
  if (side !== open.openedBy) reject('disputes.not_yours');
  if (!isUndecided(open)) reject('disputes.not_negotiable');
  return { type: 'DisputeWithdrawn', data: { ...about(open), by: side } };
}

/** Whose turn an answer is. */
export const respondent = ({ openedBy }: { readonly openedBy: Side }): Side => other(openedBy);
