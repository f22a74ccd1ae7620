import * as z from 'zod';
import { id, instant, listOf, page } from './primitives';

/*
 * POST /api/texts/:id/status   Twilio's call-back (X-Twilio-Signature) → 204
 * GET  /api/admin/texts        findTexts → adminTexts, the newest first
 */

export const textStatus = z.enum([
  'waiting',
  'queued',
  'sent',
  'delivered',
  'undelivered',
  'failed',
]);
export type TextStatus = z.infer<typeof textStatus>;

export const statusCallback = z.object({
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().int().optional(),
});

export const adminText = z.object({
  id,
  owner: z.object({ id, name: z.string() }),
  /** How it begins and ends. */
  number: z.string(),
  country: z.string().nullable(),
  purpose: z.string(),
  sender: z.string(),
  status: textStatus,
  /** Twilio's number for what went wrong. */
  errorCode: z.number().nullable(),
  queuedAt: instant,
  changedAt: instant,
});
export type AdminText = z.infer<typeof adminText>;
export const adminTexts = listOf(adminText);
export const findTexts = z.strictObject({
  status: textStatus.optional(),
  owner: id.optional(),
  ...page,
});
export type FindTexts = z.infer<typeof findTexts>;
