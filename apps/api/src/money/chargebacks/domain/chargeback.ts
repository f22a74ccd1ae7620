import { equals, type Money } from '@money';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { ChargebackPhase, ChargebackState } from '@wire/chargebacks';
import type { ChargebackEvent } from './chargebacks.events';
import type { Parts } from './parts';

type EventNamed<Type> = Extract<ChargebackEvent, { type: Type }>;

export interface Origin {
  readonly clientId: string;
  readonly contractId: string;
  readonly milestoneId: string;
  readonly depositId: string;
}

const steps = ['opened', 'evidence_due', 'under_review'] as const;
type Step = (typeof steps)[number];

export interface OpenChargeback extends Origin {
  readonly status: 'known';
  readonly chargebackId: string;
  readonly gatewayDisputeId: string;
  readonly amount: Money;
  readonly phase: ChargebackPhase;
  readonly step: Step;
  readonly outcome: 'won' | 'lost' | null;
  readonly closed: boolean;
  readonly respondBy: string | null;
  /** In this phase. */
  readonly answered: boolean;
  readonly alarms: readonly number[];
  readonly taken: { readonly parts: Parts; readonly providerId: string | null } | null;
  /** How often money was taken: the same chargeback may be won and come back. */
  readonly rounds: number;
}

export type Chargeback = { readonly status: 'none' } | OpenChargeback;

export const chargeback: Aggregate<Chargeback, ChargebackEvent> = {
  category: 'chargeback',
  initial: { status: 'none' },
  evolve,
};

const anew = { step: 'opened', outcome: null, closed: false, answered: false, alarms: [] } as const;

function evolve(state: Chargeback, { type, data }: ChargebackEvent): Chargeback {
  if (type === 'ChargebackReceived')
    return { ...data, ...anew, status: 'known', taken: null, rounds: 0 };
  if (state.status === 'none') return state;
  switch (type) {
    case 'ChargebackPhaseEntered':
      return { ...state, ...anew, phase: data.phase, respondBy: data.respondBy };
    case 'ChargebackEvidenceDue':
      return { ...state, step: 'evidence_due' };
    case 'ChargebackUnderReview':
      return { ...state, step: 'under_review' };
    case 'ChargebackEvidenceSubmitted':
      return { ...state, answered: true };
    case 'ChargebackAlarmRaised':
      return { ...state, alarms: [...state.alarms, data.share] };
    case 'ChargebackFundsTaken': {
      const { parts, providerId } = data;
      return { ...state, taken: { parts, providerId }, rounds: state.rounds + 1 };
    }
    case 'ChargebackFundsRestored':
      return { ...state, taken: null };
    case 'ChargebackWon':
      return { ...state, outcome: 'won' };
    case 'ChargebackLost':
      return { ...state, outcome: 'lost' };
    case 'ChargebackClosed':
      return { ...state, closed: true };
  }
}

/** What the gateway says of a chargeback, in our words. */
export interface Word {
  readonly gatewayDisputeId: string;
  readonly phase: ChargebackPhase;
  readonly status: Step | 'won' | 'lost' | 'closed';
  readonly amount: Money;
  readonly reasonCode: string;
  readonly respondBy: string | null;
}

const ranks: Record<ChargebackPhase, number> = {
  retrieval: 0,
  chargeback: 1,
  pre_arbitration: 2,
  arbitration: 3,
};

/**
 * Words come in any order and any number of times. Phases only climb; inside a phase the steps only
 * climb, a loss outweighs a win, and closed stays closed: whatever the order, the end is the same.
 */
export function observe(
  state: Chargeback,
  by: { chargebackId: string; origin: Origin },
  word: Word,
): ChargebackEvent[] {
  const first: ChargebackEvent[] = state.status === 'none' ? [received(by, word)] : [];
  const now = known(first.reduce(evolve, state));
  if (!equals(now.amount, word.amount)) reject('payments.amount_mismatch');
  if (ranks[word.phase] < ranks[now.phase]) return [];
  const { phase, respondBy } = word;
  const entered: ChargebackEvent[] =
    ranks[phase] > ranks[now.phase]
      ? [{ type: 'ChargebackPhaseEntered', data: { ...about(now), phase, respondBy } }]
      : [];
  const there = known(entered.reduce<Chargeback>(evolve, now));
  return [...first, ...entered, ...joined(there, word.status)];
}

const received = (
  { chargebackId, origin }: { chargebackId: string; origin: Origin },
  { status: _, ...word }: Word,
): EventNamed<'ChargebackReceived'> => ({
  type: 'ChargebackReceived',
  data: { chargebackId, ...origin, ...word },
});

function joined(now: OpenChargeback, said: Word['status']): ChargebackEvent[] {
  const { chargebackId, outcome } = now;
  const climbs = (step: Step) => said === step && steps.indexOf(step) > steps.indexOf(now.step);
  if (climbs('evidence_due')) return [{ type: 'ChargebackEvidenceDue', data: { chargebackId } }];
  if (climbs('under_review')) return [{ type: 'ChargebackUnderReview', data: { chargebackId } }];
  if (said === 'won' && outcome === null) return [{ type: 'ChargebackWon', data: about(now) }];
  if (said === 'lost' && outcome !== 'lost') return [{ type: 'ChargebackLost', data: about(now) }];
  if (said === 'closed' && !now.closed)
    return [{ type: 'ChargebackClosed', data: { chargebackId } }];
  return [];
}

/** From the chargeback phase on the gateway keeps the money, until it is won. */
export const owes = ({ phase, outcome }: OpenChargeback): boolean =>
  phase !== 'retrieval' && outcome !== 'won';

/** One answer in each phase, while the gateway still waits for it. */
export function answer(
  state: Chargeback,
  evidence: { evidenceId: string; sha256: string; files: number; now: Date },
): ChargebackEvent {
  const open = known(state);
  const { now, ...rest } = evidence;
  if (open.outcome || open.closed || open.step === 'under_review') reject('chargebacks.not_open');
  if (open.answered) reject('chargebacks.already_answered');
  if (open.respondBy && now >= new Date(open.respondBy)) reject('chargebacks.too_late');
  const { chargebackId, phase } = open;
  return { type: 'ChargebackEvidenceSubmitted', data: { chargebackId, phase, ...rest } };
}

/** Nobody answered and so much of the time is over. */
export function alarm(state: Chargeback, phase: string, share: number): ChargebackEvent[] {
  const open = known(state);
  const { respondBy } = open;
  const waits = !open.answered && !open.outcome && !open.closed && open.step !== 'under_review';
  if (!waits || !respondBy || open.phase !== phase || open.alarms.includes(share)) return [];
  return [{ type: 'ChargebackAlarmRaised', data: { ...about(open), share, respondBy } }];
}

/** Where it stands, in one word. */
export function standing({ phase, step, outcome, closed }: OpenChargeback): ChargebackState {
  if (closed) return 'closed';
  if (outcome) return outcome;
  return phase === 'chargeback' || step === 'under_review' ? step : phase;
}

export const about = (open: OpenChargeback) => ({
  chargebackId: open.chargebackId,
  clientId: open.clientId,
  contractId: open.contractId,
  milestoneId: open.milestoneId,
  depositId: open.depositId,
  phase: open.phase,
  amount: open.amount,
});

export function known(state: Chargeback): OpenChargeback {
  return state.status === 'none' ? reject('chargebacks.not_found') : state;
}
