import * as z from 'zod';
import { id, instant, line, listOf, money, page, person, text } from './primitives';

/*
 * GET  /api/admin/approvals?show=&state=&action=&subject=  → listOf(approvalRow), newest first
 * GET  /api/admin/approvals/:id                     → approvalDetail
 * POST /api/admin/approvals/:id/approve  {payloadHash, comment} → 204   checker ≠ maker ≠ beneficiary
 * POST /api/admin/approvals/:id/deny     {payloadHash, comment} → 204
 */

/** requested → granted → executed | failed; denied; expired after 48 hours without a decision. */
export const approvalState = z.enum([
  'requested',
  'granted',
  'executed',
  'failed',
  'denied',
  'expired',
]);
export type ApprovalState = z.infer<typeof approvalState>;

/** Why a person may not decide, in the order of the checks; each is the problem it answers with. */
export const checkCode = z.enum([
  'approval.expired',
  'approval.already_decided',
  'approval.same_person',
  'approval.own_benefit',
  'approval.role_missing',
  'approval.maker_lost_role',
]);
export type CheckCode = z.infer<typeof checkCode>;

export const findApprovals = z.strictObject({
  /** `waiting`: what I may decide now; `mine`: what I asked for; `all`: what I may see. */
  show: z.enum(['waiting', 'mine', 'all']).default('waiting'),
  state: approvalState.optional(),
  /** `hold.lift`, `journal.post`, `role.grant` … */
  action: line(60).optional(),
  /** `escrow-…`, `dispute-…` */
  subject: line(120).optional(),
  ...page,
});

const who = person.pick({ id: true, name: true });

export const approvalRow = z.object({
  id,
  action: z.string(),
  subject: z.string(),
  amount: money.nullable(),
  state: approvalState,
  maker: who,
  checker: who.nullable(),
  reason: z.string(),
  requiredPermission: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  decidedAt: instant.nullable(),
  /** The problem code of an approved action that could not be done. */
  failure: z.string().nullable(),
});
export type ApprovalRow = z.infer<typeof approvalRow>;
export const approvalRows = listOf(approvalRow);

/** One thing that would be different afterwards, in words and numbers for people. */
export const change = z.object({
  field: line(60),
  before: z.string().max(400).nullable(),
  after: z.string().max(400).nullable(),
});
export type Change = z.infer<typeof change>;

export const approvalDetail = approvalRow.extend({
  /** The exact input of the command that will run, and the SHA-256 over its canonical bytes. */
  payload: z.record(z.string(), z.unknown()),
  payloadHash: z.string(),
  changes: z.array(change),
  beneficiaries: z.array(who),
  comment: z.string().nullable(),
  /** What the rules say about the reader as the second person. */
  checks: z.array(z.object({ code: checkCode, passed: z.boolean() })),
  mayDecide: z.boolean(),
});
export type ApprovalDetail = z.infer<typeof approvalDetail>;

export const decideApproval = z.strictObject({
  payloadHash: z.string().regex(/^[0-9a-f]{64}$/, 'approval.payload_hash'),
  comment: text(1_000).default(''),
});
export type DecideApproval = z.infer<typeof decideApproval>;

/** What a maker writes with every proposal. */
export const proposalReason = line(1_000);
export const proposed = z.object({ approvalId: id });
