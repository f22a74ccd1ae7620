import { id } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const profileEvents = {
  ProfileChanged: z
    .object({ accountId: id })
    .describe('What a person shows of themselves changed; the words stay in the profile.'),
};

export type ProfileEvent = EventsOf<typeof profileEvents>;
