import * as z from 'zod';
import { disputeView } from './dispute-case';
import { disputeCategory, disputeRow, disputeState, split } from './disputes';
import { id, instant, line, listOf, money, page, person } from './primitives';

/*
 * GET  /api/admin/disputes?state=&category=&mine=&q=  → consoleRows   nearest deadline first
 * GET  /api/admin/disputes/:id             → consoleCase    the case file with notes, approval and panel
 * GET  /api/admin/disputes/:id/candidates  → candidates     who may be assigned, and why not
 * POST /api/admin/disputes/:id/assign      assignMediator → 204     mediator_lead, or a mediator themselves
 * POST /api/admin/disputes/:id/notes       addNote → 204            private: never shown to the sides
 * POST /api/admin/disputes/:id/recommend   recommend → 204          the assigned mediator
 * POST /api/admin/disputes/:id/simulate    {split} → simulation     (disputes.ts) writes nothing
 * POST /api/admin/disputes/:id/rule        ruleDispute → ruled      (Idempotency-Key) the assigned mediator;
 *        409 disputes.windows_open before both evidence windows closed; above 50,000.00 a second
 *        person decides at /api/admin/approvals (action `dispute.rule`), see `approvalId`
 * POST /api/admin/disputes/:id/panel       assignPanel → 204        mediator_lead: two people who were not in it
 * POST /api/admin/disputes/:id/vote        votePanel → 204          both must say the same
 * GET  /api/admin/disputes/precedents?category=  → precedents       (dispute-case.ts)
 * GET  /api/admin/disputes/policies        → rulingPolicies         what a ruling may cite
 */

export const assignMediator = z.strictObject({ mediatorId: id });
export const addNote = z.strictObject({ text: line(4_000) });
export const recommend = z.strictObject({ split, reasons: line(4_000) });
export type Recommend = z.infer<typeof recommend>;

export const ruleDispute = z.strictObject({
  split,
  /** The statement of reasons that both sides read. */
  reasons: line(8_000),
  /** For the precedent list: no names, no amounts that give anybody away. */
  precedent: line(600),
  policyReference: z.string().max(20),
  /** `hash` of the simulation that the mediator looked at; 409 disputes.simulation_stale when it is another. */
  simulationHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RuleDispute = z.infer<typeof ruleDispute>;
export const ruled = z.object({ state: disputeState, approvalId: id.nullable() });
export type Ruled = z.infer<typeof ruled>;

export const assignPanel = z.strictObject({ memberIds: z.array(id).length(2) });
export const votePanel = z.strictObject({
  /** Null upholds the decision as it is. */
  split: split.nullable(),
  reasons: line(4_000),
});
export type VotePanel = z.infer<typeof votePanel>;

const who = person.pick({ id: true, name: true });

export const consoleRow = disputeRow.extend({
  mediator: who.nullable(),
  /** Hours until the deadline; negative when it has passed. For the heat of the list. */
  hoursLeft: z.number().nullable(),
  needsSecondPerson: z.boolean(),
});
export const consoleRows = listOf(consoleRow);
export const findConsole = z.strictObject({
  state: disputeState.optional(),
  category: disputeCategory.optional(),
  mine: z.stringbool().optional(),
  /** A whole id of a dispute or a contract, or part of the contract's title. */
  q: z.string().max(100).optional(),
  ...page,
});
export type FindConsole = z.infer<typeof findConsole>;

export const consoleAction = z.enum([
  'assign',
  'note',
  'recommend',
  'rule',
  'assign_panel',
  'vote',
]);

export const consoleCase = disputeView.extend({
  consoleActions: z.array(consoleAction),
  assignedAt: instant.nullable(),
  notes: z.array(z.object({ id, by: who, at: instant, text: z.string() })),
  /** The ruling that waits for a second person. */
  proposed: z
    .object({
      by: who,
      at: instant,
      split: z.array(z.object({ milestoneId: id, toProvider: money, toClient: money })),
      reasons: z.string(),
      approvalId: id.nullable(),
    })
    .nullable(),
  approvedBy: who.nullable(),
  panel: z.array(z.object({ member: who, voted: z.boolean() })),
  needsSecondPerson: z.boolean(),
});
export type ConsoleCase = z.infer<typeof consoleCase>;

export const candidates = z.object({
  items: z.array(
    z.object({
      person: who,
      isLead: z.boolean(),
      openCases: z.number(),
      /** Null when nothing stands against it. */
      conflict: z.enum(['party', 'traded_with_party', 'mediator', 'approver']).nullable(),
    }),
  ),
});
export type Candidates = z.infer<typeof candidates>;

export const rulingPolicies = z.object({
  version: z.string(),
  items: z.array(
    z.object({ reference: z.string(), category: disputeCategory.nullable(), title: z.string() }),
  ),
});
