import { id, instant, line } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('contract'), contractId: id }),
  z.object({ kind: z.literal('period'), from: instant, to: instant }),
]);
const exported = { exportId: id };

export const auditEvents = {
  AuditExportRequested: z
    .object({ ...exported, requestedBy: id, scope, purposeHash: hash, purposeLength: z.number() })
    .describe('Somebody asks for a copy of the record; what for is kept in a row.'),
  AuditExportApproved: z
    .object({ ...exported, approvalId: id, approvedBy: id })
    .describe('A second person agreed; the copy is being made.'),
  AuditExportProduced: z
    .object({
      ...exported,
      manifestHash: hash,
      events: z.number(),
      checkpointSize: z.number(),
      size: z.number(),
      expiresAt: instant,
    })
    .describe('The copy is ready until it expires; its manifest is named by its hash.'),
  AuditExportDownloaded: z
    .object({ ...exported, downloadedBy: id })
    .describe('Somebody took the copy away.'),
  AuditExportExpired: z.object(exported).describe('The copy was removed.'),
};
export type AuditEvent = EventsOf<typeof auditEvents>;

/** Streams `audit-<yyyymmdd>`. */
export const staffEvents = {
  StaffActed: z
    .object({
      actionId: id,
      staffId: id,
      roles: z.array(line(40)),
      action: line(40),
      subject: line(40),
      status: z.number(),
      /** Covers the row: path, address, purpose, under the salt of its random id. */
      rowHash: hash,
    })
    .describe('Somebody of the staff looked at or did something that only staff may.'),
};
export type StaffEvent = EventsOf<typeof staffEvents>;

/** Stream `tlog-keys`. */
export const logEvents = {
  LogKeyPublished: z
    .object({ vkey: line(300), replaces: line(300).nullable() })
    .describe('From here on this key signs the log; the one before stays published.'),
};
export type LogEvent = EventsOf<typeof logEvents>;
