import { id } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const about = { reviewId: id, contractId: id, authorId: id, subjectId: id };
const stars = z.number().int().min(1).max(5);

export const reviewEvents = {
  ReviewSubmitted: z
    .object(about)
    .describe('One side wrote about the other; neither the stars nor the words are told yet.'),
  ReviewPublished: z
    .object({ ...about, stars })
    .describe('Both sides wrote, or the time for it passed: the review is public.'),
  ReviewReplied: z.object(about).describe('The person a review is about answered it, once.'),
};

export type ReviewEvent = EventsOf<typeof reviewEvents>;
