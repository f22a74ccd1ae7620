import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
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
};

export type TextEvent = EventsOf<typeof textEvents>;
