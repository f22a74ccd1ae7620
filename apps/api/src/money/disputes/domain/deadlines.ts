import type { Allocation, Side } from '@wire/disputes';
import { reject } from '@kernel/reject';
import { over } from './appeal';
import {
  about,
  final,
  isUndecided,
  known,
  other,
  type Case,
  type Dispute,
  type EventNamed,
} from './dispute';
import type { DisputeEvent } from './disputes.events';
import { mediation } from './negotiation';
import { daysAfter, disputePolicy } from './policy';
import { byPercent } from './split';

type Missed = EventNamed<'DisputeDeadlineMissed'>['data'];

const passed = (deadline: string | undefined, now: Date): boolean =>
  deadline !== undefined && now >= new Date(deadline);

/** What time does by itself. Nothing when no deadline has passed: a timer may come twice. */
export function passTime(state: Dispute, now: Date): DisputeEvent[] {
  const open = known(state);
  const windows = closedWindows(open, now);
  switch (open.status) {
    case 'evidence':
      return passed(open.answerBy, now) ? unanswered(open, now) : windows;
    case 'negotiation':
      if (!passed(open.negotiateUntil, now)) return windows;
      return [...windows, mediation(open, { reason: 'deadline', by: null, now })];
    case 'mediation':
    case 'ruling_proposed':
      return passed(open.mediateUntil, now) ? [...windows, ...unmediated(open, now)] : windows;
    case 'decided':
      return passed(open.decision?.appealBy, now) ? [unappealed(open)] : [];
    case 'appealed':
      return passed(open.appeal?.decideBy, now) ? undecidedAppeal(open) : [];
    default:
      return [];
  }
}

function closedWindows(open: Case, now: Date): DisputeEvent[] {
  if (!isUndecided(open)) return [];
  return (['client', 'provider'] as const)
    .filter((side) => !open.closed[side] && passed(open.windows[side], now))
    .map((side) => ({
      type: 'EvidenceWindowClosed',
      data: { ...about(open), side, reason: 'deadline', at: open.windows[side] },
    }));
}

/** Whoever does not answer lets the opener have what was asked for. */
function unanswered(open: Case, now: Date): DisputeEvent[] {
  const [claim] = open.offers;
  const allocations = claim?.allocations ?? reject('disputes.no_such_offer');
  const party = other(open.openedBy);
  const missed = { party, step: 'answer', defaultOutcome: 'opener_claim' } as const;
  return byDefault(open, missed, allocations, now);
}

/** Thirty days without a ruling: what the mediator recommended, or half and half. */
function unmediated(open: Case, now: Date): DisputeEvent[] {
  const { recommendation, milestones } = open;
  const missed = { party: 'mediator', step: 'mediation' } as const;
  return recommendation
    ? byDefault(
        open,
        { ...missed, defaultOutcome: 'recommendation' },
        recommendation.allocations,
        now,
      )
    : byDefault(open, { ...missed, defaultOutcome: 'equal_split' }, byPercent(milestones, 50), now);
}

function byDefault(
  open: Case,
  missed: Pick<Missed, 'party' | 'step' | 'defaultOutcome'>,
  allocations: readonly Allocation[],
  now: Date,
): DisputeEvent[] {
  const isRecommended = missed.defaultOutcome === 'recommendation';
  return [
    { type: 'DisputeDeadlineMissed', data: { ...about(open), ...missed } },
    {
      type: 'DecisionIssued',
      data: {
        ...about(open),
        ...{ basis: 'default', rulingId: null, mediatorId: null, approverId: null },
        allocations: [...allocations],
        reasons: isRecommended ? (open.recommendation?.reasons ?? null) : null,
        policyReference: disputePolicy.reference,
        policyVersion: disputePolicy.version,
        simulationHash: null,
        appealBy: daysAfter(now, disputePolicy.appealDays),
      },
    },
  ];
}

function unappealed(open: Case): DisputeEvent {
  const { basis, allocations } = open.decision ?? reject('disputes.not_decided');
  return final(open, basis, allocations);
}

function undecidedAppeal(open: Case): DisputeEvent[] {
  const { allocations } = open.decision ?? reject('disputes.not_decided');
  const missed = { party: 'panel', step: 'appeal', defaultOutcome: 'decision_stands' } as const;
  return [
    { type: 'DisputeDeadlineMissed', data: { ...about(open), ...missed } },
    ...over(open, { basis: 'default', upheld: true, allocations, reasons: null }),
  ];
}

/** Who is reminded of what; nothing when they acted meanwhile. */
export function remind(
  state: Dispute,
  { step, party, daysLeft }: { step: 'answer' | 'appeal'; party: Side; daysLeft: number },
): DisputeEvent[] {
  const open = known(state);
  const due = step === 'answer' ? open.answerBy : open.decision?.appealBy;
  const isWaiting = open.status === (step === 'answer' ? 'evidence' : 'decided');
  if (!isWaiting || !due) return [];
  const near = { ...about(open), party, step, deadline: due, daysLeft };
  return [{ type: 'DisputeDeadlineNears', data: near }];
}

/** Escrow said that it moved the money. */
export function executed(
  state: Dispute,
  sums: Pick<
    EventNamed<'DecisionExecuted'>['data'],
    'toProvider' | 'net' | 'toClient' | 'refunded'
  >,
): DisputeEvent[] {
  const open = known(state);
  if (open.status === 'executed') return [];
  if (open.status !== 'final' && open.status !== 'settled') reject('disputes.not_final');
  return [{ type: 'DecisionExecuted', data: { ...about(open), ...sums } }];
}
