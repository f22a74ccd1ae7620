import * as z from 'zod';
import { id, instant, line, listOf, page } from './primitives';

/*
 * GET  /api/notifications              ?side → listOf(notification), newest first, with `unread`
 * GET  /api/notifications/unread       → unreadNotices
 * POST /api/notifications/read         {ids} or {all, side?} → 204
 * GET  /api/notifications/choices      → noticeChoices: what I am told, by which way
 * PUT  /api/notifications/choices      chooseNotice → noticeChoices
 * GET  /api/notifications/unsubscribe  ?token → 302 to the page that asks; changes nothing
 * POST /api/notifications/unsubscribe  ?token → unsubscribed (RFC 8058; without a session, any number of times)
 */

/** A side of the market; what is about the person and not about a side is for both. */
const side = z.enum(['client', 'provider']);

export const notification = z.object({
  id,
  kind: z.string(),
  side: z.enum([...side.options, 'both']),
  at: instant,
  read: z.boolean(),
  /** Deep link inside the app. */
  link: z.string(),
  variables: z.record(z.string(), z.string()),
});
/** Unread by side: somebody who is on one of them is told `both` as well. */
export const unreadNotices = z.object({
  client: z.number(),
  provider: z.number(),
  both: z.number(),
});
export type UnreadNotices = z.infer<typeof unreadNotices>;
export const notifications = listOf(notification).extend({ unread: unreadNotices });
export const findNotifications = z.strictObject({ side: side.optional(), ...page });
export const readNotifications = z.union([
  z.strictObject({ ids: z.array(id).max(100) }),
  z.strictObject({ all: z.literal(true), side: side.optional() }),
]);

/** What notices are about, as people choose among them. */
export const noticeTopics = [
  'account',
  'money',
  'disputes',
  'papers',
  'contracts',
  'work',
  'proposals',
  'reviews',
  'organisation',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];
export const noticeChannels = ['inbox', 'mail', 'sms'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

const cell = z.object({
  channel: z.enum(noticeChannels),
  wanted: z.boolean(),
  locked: z.boolean(),
});
export const noticeChoices = z.object({
  /** Text messages go to a proved phone alone. */
  phoneVerified: z.boolean(),
  topics: z.array(z.object({ topic: z.enum(noticeTopics), channels: z.array(cell) })),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;
export const chooseNotice = z.strictObject({
  topic: z.enum(noticeTopics),
  channel: z.enum(noticeChannels),
  wanted: z.boolean(),
});
export type ChooseNotice = z.infer<typeof chooseNotice>;

export const byUnsubscribeToken = z.strictObject({ token: line(200) });
export const unsubscribed = z.object({ topic: z.enum(noticeTopics) });
