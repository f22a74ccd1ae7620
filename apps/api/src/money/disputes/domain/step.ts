import type { disputeStep } from '@wire/disputes';
import type * as z from 'zod';
import { other, type Case } from './dispute';

export type Step = Omit<z.infer<typeof disputeStep>, 'mine'>;

const nothing = { owner: 'nobody', deadline: null, defaultOutcome: 'none' } as const;

/** Who has to act, until when, and what happens if nobody does. */
export function stepOf(open: Case): Step {
  const { status: state } = open;
  switch (state) {
    case 'evidence':
      return {
        ...{ state, owner: other(open.openedBy), deadline: open.answerBy },
        defaultOutcome: 'opener_claim',
      };
    case 'negotiation':
      return {
        ...{ state, owner: 'both', deadline: open.negotiateUntil ?? null },
        defaultOutcome: 'mediation',
      };
    case 'mediation':
    case 'ruling_proposed':
      return {
        ...{ state, deadline: open.mediateUntil ?? null },
        owner: state === 'mediation' && open.mediatorId ? 'mediator' : 'lead',
        defaultOutcome: open.recommendation ? 'recommendation' : 'equal_split',
      };
    case 'decided':
      return {
        ...{ state, owner: 'both', deadline: open.decision?.appealBy ?? null },
        defaultOutcome: 'decision_stands',
      };
    case 'appealed':
      return {
        ...{ state, deadline: open.appeal?.decideBy ?? null },
        owner: open.panel.length > 0 ? 'panel' : 'lead',
        defaultOutcome: 'decision_stands',
      };
    default:
      return { state, ...nothing };
  }
}
