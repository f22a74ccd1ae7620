import * as z from 'zod';
import { id, instant, line, listOf, page, person } from './primitives';

/*
 * POST /api/contracts/:id/reviews   submitReview → 204   (on any funded contract, once per side)
 * GET  /api/contracts/:id/reviews   → contractReviews    (double-blind: hidden until both or 14 days)
 * GET  /api/profiles/:slug/reviews  → listOf(reviewView) (guest)
 * POST /api/reviews/:id/reply       {text} → 204         (once)
 */

const stars = z.number().int().min(1).max(5);
export const submitReview = z.strictObject({
  stars,
  quality: stars,
  communication: stars,
  timeliness: stars,
  text: line(2_000),
});
export type SubmitReview = z.infer<typeof submitReview>;
export const replyReview = z.strictObject({ text: line(1_000) });

export const reviewView = z.object({
  id,
  contractId: id,
  contractTitle: z.string(),
  author: person,
  stars: z.number(),
  quality: z.number(),
  communication: z.number(),
  timeliness: z.number(),
  text: z.string(),
  at: instant,
  reply: z.string().nullable(),
});
export const reviewViews = listOf(reviewView);
export const findReviews = z.strictObject({ ...page });

export const contractReviews = z.object({
  mine: reviewView.nullable(),
  /** Null while hidden or not written. */
  theirs: reviewView.nullable(),
  theyWrote: z.boolean(),
  revealAt: instant.nullable(),
  open: z.boolean(),
});
export type ContractReviews = z.infer<typeof contractReviews>;
