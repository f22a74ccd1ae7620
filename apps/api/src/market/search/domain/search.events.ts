import { id } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const searchEvents = {
  SavedSearchHit: z
    .object({ searchId: id, accountId: id, jobId: id })
    .describe('A new job fits a search that somebody keeps; the words stay with the search.'),
};

export type SearchEvent = EventsOf<typeof searchEvents>;
