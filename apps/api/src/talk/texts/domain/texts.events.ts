import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import { quietHours } from '@wire/texts';
import * as z from 'zod';

export const textEvents = {
  TextFailed: z
    .object({
      textId: id,
      accountId: id,
      purpose: z.string(),
      errorCode: z.int().nullable(),
      /** The code that may go by mail instead. */
      mailInstead: id.nullable(),
    })
    .describe('A text message did not reach the phone. The number of the error is of Twilio.'),
  TextsStopped: z
    .object({ accountId: id, by: z.enum(['reply', 'network']) })
    .describe('The owner of a phone wants no more texts: they answered so, or Twilio knows it.'),
  TextsResumed: z
    .object({ accountId: id })
    .describe('The owner of a phone wants texts again, and answered so.'),
  QuietHoursSet: z
    .object({ accountId: id, ...quietHours.shape })
    .describe('Somebody said when text notifications have to wait, by the clock of their zone.'),
};

export type TextEvent = EventsOf<typeof textEvents>;
