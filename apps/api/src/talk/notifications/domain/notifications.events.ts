import type { EventsOf } from '@kernel/events';
import { noticeChannels, noticeTopics } from '@wire/notifications';
import { id } from '@wire/primitives';
import * as z from 'zod';

export const noticeEvents = {
  NoticeChosen: z
    .object({
      accountId: id,
      topic: z.enum(noticeTopics),
      channel: z.enum(noticeChannels),
      wanted: z.boolean(),
      by: z.enum(['settings', 'mail']),
    })
    .describe('Somebody wants to be told of a topic by this way from now on, or no longer.'),
};

export type NoticeEvent = EventsOf<typeof noticeEvents>;
