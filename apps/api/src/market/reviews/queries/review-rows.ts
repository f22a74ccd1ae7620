import type { reviewView } from '@wire/reviews';
import type * as z from 'zod';
import { reject } from '@kernel/reject';
import { QueryBus } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';

export type ReviewView = z.infer<typeof reviewView>;

export type Row = Omit<ReviewView, 'author' | 'at'> & {
  readonly authorId: string;
  readonly at: Date;
  readonly publishedAt: Date | null;
};

export const columns = `id, contract_id as "contractId", contract_title as "contractTitle",
  author_id as "authorId", stars, quality, communication, timeliness, text, at,
  published_at as "publishedAt", reply`;

/** Rows with the names of who wrote them. */
export async function shown(queries: QueryBus, rows: readonly Row[]): Promise<ReviewView[]> {
  const people = await queries.execute(new NamesOf(new Set(rows.map(({ authorId }) => authorId))));
  return rows.map(({ authorId, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    author: people.get(authorId) ?? reject('profiles.not_found'),
  }));
}
