import * as z from 'zod';
import {
  allocation,
  disputeCategory,
  disputeRow,
  evidenceItem,
  offerView,
  side,
  simulation,
} from './disputes';
import { id, instant, listOf, money, page, person } from './primitives';

const words = z.object({ text: z.string(), sha256: z.string(), at: instant });

/** A statement of reasons: what was decided, why, by which rule, on which simulated effect. */
export const decisionView = z.object({
  basis: z.enum(['ruling', 'default', 'appeal', 'offer', 'recommendation']),
  at: instant,
  allocations: z.array(allocation),
  effect: simulation.pick({ disputed: true, provider: true, client: true }),
  reasons: words.nullable(),
  policy: z.object({ reference: z.string(), version: z.string() }),
  simulationHash: z.string().nullable(),
  isSecondPerson: z.boolean(),
  appealBy: instant.nullable(),
  upheld: z.boolean().nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

/** What this reader may do now; the server refuses the rest. */
export const disputeAction = z.enum([
  'answer',
  'add_evidence',
  'close_evidence',
  'offer',
  'accept_offer',
  'escalate',
  'accept_recommendation',
  'withdraw',
  'appeal',
]);
export type DisputeAction = z.infer<typeof disputeAction>;

/** The case file. Both sides see the same; only `myRole` and `actions` differ. */
export const disputeView = disputeRow.extend({
  myRole: z.enum(['client', 'provider', 'staff']),
  actions: z.array(disputeAction),
  milestones: z.array(z.object({ id, title: z.string(), amount: money })),
  claim: words,
  answer: words.nullable(),
  windows: z.object({
    client: z.object({ until: instant, open: z.boolean() }),
    provider: z.object({ until: instant, open: z.boolean() }),
  }),
  evidence: z.array(evidenceItem),
  offers: z.array(offerView),
  mediator: person.pick({ id: true, name: true }).nullable(),
  recommendation: z
    .object({
      at: instant,
      allocations: z.array(allocation),
      reasons: words,
      acceptedBy: z.array(side),
    })
    .nullable(),
  /** The decision as it stands: of the mediator, then of the second panel. */
  decision: decisionView.nullable(),
  appeal: z
    .object({
      by: side,
      at: instant,
      grounds: words,
      decideBy: instant,
      state: z.enum(['panel_wanted', 'deciding', 'upheld', 'changed', 'stands_by_default']),
    })
    .nullable(),
  executed: z.object({ at: instant, toProvider: money, net: money, refunded: money }).nullable(),
  /** The facts of the dispute, oldest first; words come from `disputes.facts.<kind>`. */
  history: z.array(
    z.object({
      kind: z.string(),
      at: instant,
      by: z.enum(['client', 'provider', 'staff', 'clock']),
      version: z.number(),
    }),
  ),
});
export type DisputeView = z.infer<typeof disputeView>;

export const casePrint = disputeView.extend({
  printedAt: instant,
  /** The head of the stream this print was made from. */
  proof: z.object({ stream: z.string(), version: z.number(), hash: z.string() }),
});
export type CasePrint = z.infer<typeof casePrint>;

/** A ruling that is final, without names: written by the mediator for those who come after. */
export const precedent = z.object({
  id,
  at: instant,
  category: disputeCategory,
  policyReference: z.string(),
  /** Share of the provider in percent, rounded down. */
  providerPercent: z.number(),
  summary: z.string(),
  appealed: z.boolean(),
});
export const precedents = listOf(precedent);
export type Precedents = z.infer<typeof precedents>;
export const findPrecedents = z.strictObject({ category: disputeCategory.optional(), ...page });
