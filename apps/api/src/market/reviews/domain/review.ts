import { reject } from '@kernel/reject';
import type { ReviewEvent } from './reviews.events';

/** Days the other side has after the first review; then what was written is published. */
export const blindDays = 14;

export interface Reviewable {
  readonly contractId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly funded: boolean;
}

export interface Review {
  readonly id: string;
  readonly contractId: string;
  readonly authorId: string;
  readonly subjectId: string;
  readonly stars: number;
  readonly published: boolean;
  readonly replied: boolean;
}

/**
 * Who is written about, when this person may write. Once anything is published nobody may write any
 * more: an answer to a review one has read would not be blind.
 */
export function subjectOf(contract: Reviewable, written: readonly Review[], by: string): string {
  const { clientId, providerId, funded } = contract;
  if (by !== clientId && by !== providerId) reject('contracts.not_found');
  if (written.some(({ authorId }) => authorId === by)) reject('reviews.already_written');
  if (!funded || written.some(({ published }) => published)) reject('reviews.not_open');
  return by === clientId ? providerId : clientId;
}

export const submitted = (review: Review): ReviewEvent => ({
  type: 'ReviewSubmitted',
  data: about(review),
});

/** What becomes public of these reviews; those that are already stay as they are. */
export const published = (reviews: readonly Review[]): ReviewEvent[] =>
  reviews
    .filter((review) => !review.published)
    .map((review) => ({
      type: 'ReviewPublished',
      data: { ...about(review), stars: review.stars },
    }));

export function reply(review: Review, by: string): ReviewEvent {
  if (review.subjectId !== by) reject('reviews.not_yours');
  if (!review.published) reject('reviews.not_open');
  if (review.replied) reject('reviews.already_replied');
  return { type: 'ReviewReplied', data: about(review) };
}

const about = ({ id, contractId, authorId, subjectId }: Review) => ({
  reviewId: id,
  contractId,
  authorId,
  subjectId,
});
