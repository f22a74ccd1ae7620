import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import * as z from 'zod';

export const profileEvents = {
  ProfileChanged: z
    .object({ accountId: id })
    .describe('Somebody changed what they show of themselves.'),
};

export type ProfileEvent = EventsOf<typeof profileEvents>;
