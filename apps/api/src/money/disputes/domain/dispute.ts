import type { Money } from '@money';
import type { Allocation, DisputeState, Side } from '@wire/disputes';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { DisputeEvent } from './disputes.events';
import type { Disputed } from './split';

export type EventNamed<Type> = Extract<DisputeEvent, { type: Type }>;

export interface Offer {
  readonly id: string;
  readonly by: Side;
  readonly allocations: readonly Allocation[];
  readonly state: 'open' | 'accepted' | 'declined' | 'replaced';
}

export interface Case {
  readonly status: DisputeState;
  readonly disputeId: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly openedBy: Side;
  readonly category: string;
  readonly milestones: readonly Disputed[];
  readonly amount: Money;
  readonly answerBy: string;
  readonly windows: Readonly<Record<Side, string>>;
  readonly closed: Readonly<Record<Side, boolean>>;
  readonly negotiateUntil?: string;
  readonly mediateUntil?: string;
  readonly offers: readonly Offer[];
  readonly mediatorId?: string;
  readonly recommendation?: EventNamed<'RecommendationIssued'>['data'];
  readonly acceptedBy: readonly Side[];
  readonly proposed?: EventNamed<'RulingProposed'>['data'];
  readonly decision?: EventNamed<'DecisionIssued'>['data'];
  readonly appeal?: EventNamed<'AppealOpened'>['data'];
  readonly panel: readonly string[];
  readonly votes: readonly EventNamed<'PanelVoted'>['data'][];
  readonly appealDecided?: EventNamed<'AppealDecided'>['data'];
}

export type Dispute = { readonly status: 'none' } | Case;

export const dispute: Aggregate<Dispute, DisputeEvent> = {
  category: 'dispute',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: Dispute, fact: DisputeEvent): Dispute {
  if (fact.type === 'DisputeOpened')
    return {
      ...fact.data,
      status: 'evidence',
      closed: { client: false, provider: false },
      ...{ offers: [], acceptedBy: [], panel: [], votes: [] },
    };
  return state.status === 'none' ? state : { ...state, ...changes(state, fact) };
}

type Change = Partial<Case>;

function changes(state: Case, { type, data }: DisputeEvent): Change {
  switch (type) {
    case 'DisputeAnswered':
      return { status: 'negotiation', negotiateUntil: data.negotiateUntil, windows: data.windows };
    case 'EvidenceWindowClosed':
      return {
        windows: { ...state.windows, [data.side]: data.at },
        closed: { ...state.closed, [data.side]: true },
      };
    case 'OfferMade':
    case 'OfferAccepted':
    case 'OfferDeclined':
      return { offers: offersAfter(state.offers, { type, data } as OfferFact) };
    case 'MediationStarted':
      return { status: 'mediation', mediateUntil: data.mediateUntil };
    case 'MediatorAssigned':
      return { mediatorId: data.mediatorId };
    case 'RecommendationIssued':
      return { recommendation: data, acceptedBy: [] };
    case 'RecommendationAccepted':
      return { acceptedBy: [...state.acceptedBy, data.by] };
    case 'RulingProposed':
      return { status: 'ruling_proposed', proposed: data };
    case 'RulingReturned':
      return { status: 'mediation' };
    case 'DecisionIssued':
      return { status: 'decided', decision: data };
    case 'AppealOpened':
      return { status: 'appealed', appeal: data };
    case 'PanelAssigned':
      return { panel: data.memberIds };
    case 'PanelVoted':
      return { votes: [...state.votes.filter((one) => one.memberId !== data.memberId), data] };
    case 'AppealDecided':
      return { appealDecided: data };
    default:
      return ended(type);
  }
}

function ended(type: DisputeEvent['type']): Change {
  if (type === 'DisputeFinal') return { status: 'final' };
  if (type === 'DisputeSettled') return { status: 'settled' };
  if (type === 'DisputeWithdrawn') return { status: 'withdrawn' };
  return type === 'DecisionExecuted' ? { status: 'executed' } : {};
}

type OfferFact = EventNamed<'OfferMade' | 'OfferAccepted' | 'OfferDeclined'>;

function offersAfter(offers: readonly Offer[], { type, data }: OfferFact): Offer[] {
  if (type !== 'OfferMade') {
    const state = type === 'OfferAccepted' ? ('accepted' as const) : ('declined' as const);
    return offers.map((one) => (one.id === data.offerId ? { ...one, state } : one));
  }
  const { offerId, by, allocations } = data;
  const before = offers.map((one) =>
    one.by === by && one.state === 'open' ? { ...one, state: 'replaced' as const } : one,
  );
  return [...before, { id: offerId, by, allocations, state: 'open' }];
}

export const other = (side: Side): Side => (side === 'client' ? 'provider' : 'client');

export function known(state: Dispute): Case {
  return state.status === 'none' ? reject('disputes.not_found') : state;
}

/** Which side somebody is on. A stranger is told that there is no such dispute. */
export function sideOf({ clientId, providerId }: Case, by: string): Side {
  if (by === clientId) return 'client';
  return by === providerId ? 'provider' : reject('disputes.not_found');
}

const undecided: readonly DisputeState[] = [
  'evidence',
  'negotiation',
  'mediation',
  'ruling_proposed',
];
export const isUndecided = ({ status }: Case): boolean => undecided.includes(status);

export const isOpenWindow = ({ windows, closed }: Case, side: Side, now: Date): boolean =>
  !closed[side] && now < new Date(windows[side]);

/** The end of every decided dispute: escrow carries it out, and a ruling becomes a precedent. */
export function final(
  open: Case,
  basis: EventNamed<'DisputeFinal'>['data']['basis'],
  allocations: Allocation[],
): DisputeEvent {
  const { policyReference, rulingId } = open.decision ?? reject('disputes.not_decided');
  const { category } = open;
  return {
    type: 'DisputeFinal',
    data: { ...about(open), basis, allocations, category, policyReference, rulingId },
  };
}

/** What every fact says beside its own. */
export const about = ({ disputeId, contractId, clientId, providerId }: Case) => ({
  disputeId,
  contractId,
  clientId,
  providerId,
});
