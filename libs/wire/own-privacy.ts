import * as z from 'zod';
import { staffRoles } from './permissions';
import { id, instant, listOf, page } from './primitives';
import { obstacle } from './privacy';

/*
 * GET  /api/privacy                       → ownPrivacy: copies, the deletion, what stands in its way
 * POST /api/privacy/exports               → {id}            one a day
 * POST /api/privacy/exports/:id/link      → exportLink      (step-up `export`) good for five minutes
 * GET  /api/privacy/exports/:id/content   ?key= → the ZIP
 * POST /api/privacy/deletion              → deletion        (step-up `delete_account`)
 * POST /api/privacy/deletion/cancel       → 204
 * GET  /api/privacy/looks                 page → looks      who of the staff saw my data
 */

export const dataExport = z.object({
  id,
  state: z.enum(['making', 'ready', 'expired']),
  askedAt: instant,
  /** How far it is; `total` is null until that is known. */
  done: z.number(),
  total: z.number().nullable(),
  size: z.number().nullable(),
  files: z.number().nullable(),
  manifestSha256: z.string().nullable(),
  expiresAt: instant.nullable(),
});
export type DataExport = z.infer<typeof dataExport>;

export const deletion = z.object({ id, askedAt: instant, dueAt: instant });
export type Deletion = z.infer<typeof deletion>;

export const ownPrivacy = z.object({
  /** The latest first. */
  exports: z.array(dataExport),
  /** When the next one may be asked for; null means now. */
  nextExportAt: instant.nullable(),
  deletion: deletion.nullable(),
  /** What has to be settled before the account can be deleted. */
  obstacles: z.array(obstacle),
});
export type OwnPrivacy = z.infer<typeof ownPrivacy>;

/** What the staff looked at, in words that a member knows. */
export const lookReason = z.enum(['account', 'identity', 'money', 'contract', 'privacy', 'other']);
export const look = z.object({
  id,
  at: instant,
  /** In what office, not who. */
  role: z.enum(staffRoles),
  reason: lookReason,
  /** Somebody saw the pages as I see them. */
  asMe: z.boolean(),
});
export type Look = z.infer<typeof look>;
export const findLooks = z.strictObject({ ...page });
export const looks = listOf(look);

export const exportLink = z.object({ url: z.string() });
export const exportKey = z.strictObject({ key: z.string().min(20).max(100) });
