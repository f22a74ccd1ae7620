import * as z from 'zod';
import { proposalReason } from './approvals';
import { id, instant, line, listOf, page, person } from './primitives';

/*
 * GET  /api/admin/privacy/erasures             findErasures → erasures, newest first (inspect Privacy)
 * POST /api/admin/privacy/erasures             proposeErasure → proposed (Idempotency-Key; compliance, two people)
 * GET  /api/admin/privacy/accounts/:id         → erasureOutlook: what stands in the way, what the law keeps
 * POST /api/admin/privacy/holds                placeHold → {id}     a person's data may not be erased
 * POST /api/admin/privacy/holds/:id/lift       → 204
 */

/** What stands where a text was erased. Screens show words for it. */
export const erased = '[[erased]]';

export const proposeErasure = z.strictObject({ accountId: id, reason: proposalReason });
export type ProposeErasure = z.infer<typeof proposeErasure>;

export const holdReason = z.enum(['litigation', 'investigation', 'authority']);
export const placeHold = z.strictObject({ accountId: id, reason: holdReason, note: line(1_000) });
export type PlaceHold = z.infer<typeof placeHold>;

const who = person.pick({ id: true, name: true });

/** `restricted`: nobody reads it any more, the law keeps it until then; `erased`: the key is gone. */
export const erasureState = z.enum(['restricted', 'erased']);
export const erasure = z.object({
  accountId: id,
  state: erasureState,
  /** Null: the person asked for it. */
  approvalId: id.nullable(),
  at: instant,
  /** When the law lets it go. */
  until: instant.nullable(),
  erasedAt: instant.nullable(),
});
export type Erasure = z.infer<typeof erasure>;
export const findErasures = z.strictObject({ state: erasureState.optional(), ...page });
export const erasures = listOf(erasure);

export const obstacle = z.enum(['money_open', 'escrow_open', 'legal_hold', 'staff']);
export const erasureOutlook = z.object({
  accountId: id,
  obstacles: z.array(obstacle),
  holds: z.array(z.object({ id, reason: holdReason, note: z.string(), by: who, at: instant })),
  /** Null: nothing has to be kept, the erasure is complete at once. */
  keptUntil: instant.nullable(),
});
export type ErasureOutlook = z.infer<typeof erasureOutlook>;
