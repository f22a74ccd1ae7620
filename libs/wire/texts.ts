import * as z from 'zod';
import { id, instant, listOf, page } from './primitives';

/*
 * POST /api/texts/:id/status   Twilio's call-back (X-Twilio-Signature) → 204
 * POST /api/texts/replies      Twilio's webhook of what people answer (X-Twilio-Signature) → TwiML
 * GET  /api/texts/settings     → textSettings: when I am texted, and whether I ended it
 * PUT  /api/texts/quiet-hours  quietHours → textSettings
 * GET  /api/admin/texts        findTexts → adminTexts, the newest first
 */

export const textStatus = z.enum([
  'waiting',
  'queued',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  // Its owner wants no texts.
  'suppressed',
]);
export type TextStatus = z.infer<typeof textStatus>;

export const statusCallback = z.object({
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().int().optional(),
});

export const replyCallback = z.object({
  MessageSid: z.string(),
  From: z.string(),
  Body: z.string().default(''),
  /** What Twilio itself made of the word, where a messaging service looks after them. */
  OptOutType: z.string().optional(),
});

/** Every half hour of a day, `00:00` to `23:30`. */
export const halfHours = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});
const halfHour = z.enum(halfHours);
/** By the clock of the person's own zone; they may reach over midnight. */
export const quietHours = z.strictObject({ isOn: z.boolean(), from: halfHour, to: halfHour });
export type QuietHours = z.infer<typeof quietHours>;

export const textSettings = z.object({
  quiet: quietHours,
  timeZone: z.string(),
  /** Somebody answered STOP from this number: nothing goes there, codes neither. */
  isStopped: z.boolean(),
  /** The number that START may be sent to; null where our name, which takes no answers, is the sender. */
  answersTo: z.string().nullable(),
});
export type TextSettings = z.infer<typeof textSettings>;

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
