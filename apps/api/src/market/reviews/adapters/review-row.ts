import { reject } from '@kernel/reject';
import { defineEntity, LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Review } from '../domain/review';

const schema = defineEntity({
  name: 'ReviewRow',
  tableName: 'reviews',
  properties: (p) => ({
    id: p.uuid().primary(),
    contractId: p.uuid(),
    contractTitle: p.text(),
    authorId: p.uuid(),
    subjectId: p.uuid(),
    stars: p.integer(),
    quality: p.integer(),
    communication: p.integer(),
    timeliness: p.integer(),
    text: p.text(),
    at: p.datetime(),
    publishedAt: p.datetime().nullable(),
    reply: p.text().nullable(),
  }),
});

/** A review as it is stored; its rules are in domain/review.ts. */
export class ReviewRow extends schema.class {}
schema.setClass(ReviewRow);

/** The row as the rules see it. */
export const reviewOf = (row: ReviewRow): Review => ({
  id: row.id,
  contractId: row.contractId,
  authorId: row.authorId,
  subjectId: row.subjectId,
  stars: row.stars,
  published: row.publishedAt != null,
  replied: row.reply != null,
});

export async function lockedReview(em: EntityManager, id: string): Promise<ReviewRow> {
  const row = await em.findOne(ReviewRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return row ?? reject('reviews.not_found');
}

export function lockedReviewsOn(em: EntityManager, contractId: string): Promise<ReviewRow[]> {
  return em.find(ReviewRow, { contractId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
