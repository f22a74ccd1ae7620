import * as z from 'zod';
import { id, instant, listOf, page } from './primitives';

/*
 * GET  /api/notifications          → listOf(notification), newest first, with `unread`
 * POST /api/notifications/read     {ids | all} → 204
 */

export const notification = z.object({
  id,
  kind: z.string(),
  at: instant,
  read: z.boolean(),
  /** Deep link inside the app. */
  link: z.string(),
  variables: z.record(z.string(), z.string()),
});
export const notifications = listOf(notification).extend({ unread: z.number() });
export const findNotifications = z.strictObject({ ...page });
export const readNotifications = z.union([
  z.strictObject({ ids: z.array(id).max(100) }),
  z.strictObject({ all: z.literal(true) }),
]);
