import * as z from 'zod';
import { proposalReason } from './approvals';
import { id, instant, listOf, page, person } from './primitives';
import { holdReason } from './privacy';

/*
 * GET  /api/admin/privacy/requests     findRequests → privacyRequests    copies and deletions, with their clock
 * GET  /api/admin/privacy/retention    → retentionRules                  what is kept for how long, and why
 * POST /api/admin/privacy/retention    proposeRetention → proposed       (Idempotency-Key; two people)
 * GET  /api/admin/privacy/holds        page → heldPeople                 holds that are not lifted
 */

export const privacyRequest = z.object({
  id,
  accountId: id,
  name: z.string(),
  kind: z.enum(['export', 'deletion']),
  state: z.enum(['making', 'ready', 'expired', 'scheduled', 'cancelled', 'done']),
  askedAt: instant,
  /** The law gives a month to answer. */
  answerBy: instant,
  answeredAt: instant.nullable(),
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;
export const findRequests = z.strictObject({
  kind: z.enum(['export', 'deletion']).optional(),
  open: z.stringbool().optional(),
  ...page,
});
export type FindRequests = z.infer<typeof findRequests>;
export const privacyRequests = listOf(privacyRequest);

export const retentionRule = z.object({
  kind: z.string(),
  version: z.number(),
  years: z.number(),
  basis: z.enum(['law', 'contract', 'consent', 'legitimate_interest']),
  action: z.enum(['erase', 'delete', 'keep']),
  since: instant,
  lastRun: z.object({ at: instant, gone: z.number() }).nullable(),
});
export type RetentionRule = z.infer<typeof retentionRule>;
export const retentionRules = z.object({ items: z.array(retentionRule) });

export const proposeRetention = z.strictObject({
  kind: z.string().max(40),
  years: z.number().int().min(0).max(30),
  reason: proposalReason,
});
export type ProposeRetention = z.infer<typeof proposeRetention>;

const who = person.pick({ id: true, name: true });
export const heldPerson = z.object({ id, account: who, reason: holdReason, by: who, at: instant });
export const findHeld = z.strictObject({ ...page });
export const heldPeople = listOf(heldPerson);
