import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import * as z from 'zod';

export const fileEvents = {
  FileStored: z
    .object({
      fileId: id,
      ownerId: id,
      purpose: z.string(),
      size: z.number().int(),
      sha256: z.string(),
    })
    .describe('All bytes of a file arrived and are what they claim to be.'),
  FileRefused: z
    .object({ fileId: id, ownerId: id, found: z.string() })
    .describe('The scanner found something in a file; its bytes were removed.'),
};

export type FileEvent = EventsOf<typeof fileEvents>;
