import { money } from '@money';
import type { Split } from '@wire/disputes';
import type { ProblemCode } from '@wire/problems';
import { appeal, assignPanel, vote } from '../../apps/api/src/money/disputes/domain/appeal';
import { dispute, type Dispute } from '../../apps/api/src/money/disputes/domain/dispute';
import type { DisputeEvent } from '../../apps/api/src/money/disputes/domain/disputes.events';
import { escalate } from '../../apps/api/src/money/disputes/domain/negotiation';
import { answer, closeWindow, open } from '../../apps/api/src/money/disputes/domain/opening';
import { assign, issue, rule } from '../../apps/api/src/money/disputes/domain/ruling';
import { byPercent } from '../../apps/api/src/money/disputes/domain/split';
import { given } from './given';

export const [client, provider, mediator, lead, second, third] = [
  ...['client-1', 'provider-1', 'mediator-1', 'lead-1', 'lead-2', 'mediator-2'],
] as [string, string, string, string, string, string];
export const inr = (amount: number) => money(amount, 'INR');
/** A Monday. */
export const start = new Date('2026-11-02T10:00:00Z');
export const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
export const words = { id: 'w1', sha256: 'ab', length: 2 };
export const percent = (share: number): Split => ({ kind: 'percent', provider: share });
export const milestones = [{ id: 'm2', amount: inr(6_000_000) }];

/** What it is called, what happened before, what is tried, and the no. */
export type Refusal = [string, readonly Step[], Step, ProblemCode];
export type Step = (state: Dispute) => DisputeEvent | DisputeEvent[];
/** The facts of a story, step by step. */
export const story = (...steps: Step[]): DisputeEvent[] =>
  steps.reduce<DisputeEvent[]>(
    (facts, step) => [...facts, ...[step(given(dispute, ...facts).state)].flat()],
    [],
  );
export const after = (...steps: Step[]) => given(dispute, ...story(...steps));

export const opens: Step = (state) =>
  open(state, {
    ...{ disputeId: 'd1', contractId: 'c1', clientId: client, providerId: provider },
    ...{
      openedBy: 'client',
      category: 'quality',
      milestones,
      claim: words,
      packed: [],
      now: start,
    },
    wish: { offerId: 'o1', allocations: byPercent(milestones, 50) },
  });
export const answers: Step = (state) => answer(state, provider, { words, now: later(1) });
export const escalates: Step = (state) => escalate(state, client, later(2));
export const isHeard: Step = (state) => [
  closeWindow(state, client, later(2)),
  closeWindow(state, provider, later(2)),
];
export const assigns: Step = (state) =>
  assign(state, lead, { mediatorId: mediator, hasStake: false });
export const ruling = (share: number, now = later(3)) => ({
  ...{ rulingId: 'r1', approvalId: 'a1', allocations: byPercent(milestones, share) },
  ...{ reasons: words, policyReference: '§4.2', simulationHash: 'cd', now },
});
export const rules: Step = (state) => rule(state, mediator, ruling(70));
export const issues: Step = (state) =>
  issue(state, { rulingId: 'r1', approverId: lead, now: later(4) });
export const appeals: Step = (state) => appeal(state, provider, { grounds: words, now: later(5) });
export const panels: Step = (state) =>
  assignPanel(state, lead, { memberIds: [second, third], hasStake: false });
export const mediation = [opens, answers, escalates, isHeard, assigns] as const;
export const decided = [...mediation, rules, issues] as const;
export const deliberating = [...decided, appeals, panels] as const;
export const item = {
  evidenceId: 'e1',
  kind: 'text',
  sha256: 'ab',
  mediaType: 'text/plain',
  size: 2,
} as const;
export const votes = (by: string, split: Split | null) => (state: Dispute) =>
  vote(state, by, { split, reasons: words });
