import * as z from 'zod';
import { id, instant, line, listOf, page } from './primitives';
import { recordedEvent } from './wallet';

/*
 * The signed log, for everybody (C2SP tlog-tiles; plain text and octets, no account needed):
 * GET  /api/log/checkpoint                 → text: newest signed checkpoint with its cosignatures
 * GET  /api/log/checkpoint/witnessed       → text: newest one that an outside witness has cosigned
 * GET  /api/log/checkpoint/:size           → text: the checkpoint of that size
 * GET  /api/log/tile/:level/:n[.p/:width]  → octets: hashes of the tree
 * GET  /api/log/tile/entries/:n[.p/:width] → octets: entries, each with its length before it
 * GET  /api/log/keys                       → logKeys (old ones too)
 * POST /api/log/cosignatures               addCosignature → 204   (configured witnesses only)
 * GET  /api/receipts/:milestoneId          → receipt: funded or released as of a checkpoint, no login
 * GET  /api/receipts/:milestoneId/proof    → text: `.tlog-proof` of the funding
 * GET  /api/receipts/:milestoneId/disclosure → disclosure: for the two parties, to hand on with the receipt
 *
 * Staff:
 * GET  /api/admin/audit/log                → listOf(staffAction), newest first
 * GET  /api/admin/audit/state              → logState
 * GET  /api/admin/audit/check?from=&count= → recordCheck: rows against the log, a range at a time
 * GET  /api/admin/audit/events/:eventId    → eventProof
 * GET  /api/admin/audit/exports            → listOf(auditExport), newest first
 * POST /api/admin/audit/exports            requestExport → {id, approvalId}; compliance approves under /approvals
 * GET  /api/admin/audit/exports/:id        → auditExport
 * GET  /api/admin/audit/exports/:id/content → application/x-tar, while it has not expired
 */

const hex = z.string().regex(/^[0-9a-f]{64}$/);

export const logKeys = z.object({
  origin: z.string(),
  /** C2SP verifier keys, newest first. */
  items: z.array(z.object({ vkey: z.string(), since: instant, isCurrent: z.boolean() })),
  witnesses: z.array(z.object({ vkey: z.string() })),
});
/** A checkpoint as it is served, with the witness's line under it. */
export const addCosignature = z.strictObject({ checkpoint: z.string().min(40).max(16_000) });

export const logState = z.object({
  origin: z.string(),
  vkey: z.string(),
  /** Events that have a leaf, and events that still wait for one. */
  leaves: z.number(),
  waiting: z.number(),
  checkpoint: z.object({ size: z.number(), root: z.string(), at: instant }).nullable(),
  witnesses: z.array(
    z.object({ name: z.string(), size: z.number().nullable(), at: instant.nullable() }),
  ),
});

export const findCheck = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(20_000).default(5_000),
});
export const findingKinds = z.enum([
  'event_altered',
  'event_missing',
  'event_not_in_log',
  'order_changed',
  'entries_altered',
  'log_altered',
]);
/** `next` is the leaf to go on from; null when the range reached the end. */
export const recordCheck = z.object({
  from: z.number(),
  checked: z.number(),
  next: z.number().nullable(),
  findings: z.array(
    z.object({ kind: findingKinds, leaf: z.number().nullable(), stream: z.string().nullable() }),
  ),
});
export type RecordCheck = z.infer<typeof recordCheck>;

export const eventProof = z.object({
  event: recordedEvent,
  leaf: z.number().nullable(),
  /** C2SP tlog-proof; null until a checkpoint covers the event. */
  proof: z.string().nullable(),
});
export type EventProof = z.infer<typeof eventProof>;

export const findStaffActions = z.strictObject({
  staffId: id.optional(),
  action: z.string().max(40).optional(),
  subject: z.string().max(40).optional(),
  /** Part of the path, such as an id that was looked at. */
  about: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...page,
});
export const staffAction = z.object({
  id,
  at: instant,
  staff: z.object({ id, name: z.string() }),
  roles: z.array(z.string()),
  action: z.string(),
  subject: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  address: z.string(),
  correlationId: z.string(),
  purpose: z.string().nullable(),
  /** The row still is what the record says it was. */
  isIntact: z.boolean(),
});
export type StaffAction = z.infer<typeof staffAction>;
export const staffActions = listOf(staffAction);

export const exportScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('contract'), contractId: id }),
  z.strictObject({ kind: z.literal('period'), from: instant, to: instant }),
]);
export type ExportScope = z.infer<typeof exportScope>;
export const requestExport = z.strictObject({ scope: exportScope, purpose: line(500) });
export type RequestExport = z.infer<typeof requestExport>;
export const findExports = z.strictObject({ ...page });
export const exportRequested = z.object({ id, approvalId: id });
export const exportState = z.enum([
  'awaiting_approval',
  'denied',
  'producing',
  'ready',
  'failed',
  'expired',
]);
export const auditExport = z.object({
  id,
  approvalId: id.nullable(),
  scope: exportScope,
  purpose: z.string(),
  state: exportState,
  requestedBy: z.object({ id, name: z.string() }),
  requestedAt: instant,
  /** Events written so far, and in all. */
  progress: z.object({ done: z.number(), total: z.number().nullable() }),
  size: z.number().nullable(),
  events: z.number().nullable(),
  manifestSha256: hex.nullable(),
  checkpointSize: z.number().nullable(),
  expiresAt: instant.nullable(),
  downloads: z.number(),
});
export type AuditExport = z.infer<typeof auditExport>;
export const auditExports = listOf(auditExport);

/** Says nothing about the amount: a party to the contract discloses the event that is committed to. */
export const receipt = z.object({
  milestoneId: id,
  state: z.enum(['funded', 'partly_released', 'closed']),
  fundedAt: instant,
  /** The chain hash of the event that funded: salted by its random id and all that came before it. */
  amountCommitment: hex,
  leaf: z.number(),
  checkpoint: z.object({ origin: z.string(), size: z.number(), root: z.string() }),
});
export type Receipt = z.infer<typeof receipt>;

/** Whoever has it recomputes the commitment: `raw` holds the amount. */
export const disclosure = z.object({ event: recordedEvent, previous: z.string() });
