import type { jobRows } from '@wire/jobs';
import type * as z from 'zod';
import { reject } from '@kernel/reject';
import { QueryBus } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';

export type JobRows = z.infer<typeof jobRows>;
type JobRow = JobRows['items'][number];

export type Listed = Omit<JobRow, 'client' | 'publishedAt' | 'updatedAt'> & {
  readonly clientId: string;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
};

export const listed = `
select j.id, j.title, j.category, j.status, j.content -> 'budget' as budget,
    j.content -> 'skills' as skills, j.client_id as "clientId",
    (select count(*)::int from job_proposals p where p.job_id = j.id and p.open) as proposals,
    j.published_at as "publishedAt", j.saved_at as "updatedAt"
  from jobs j`;

/** Rows of the database with their clients' names. */
export async function named(queries: QueryBus, rows: readonly Listed[]): Promise<JobRow[]> {
  const people = await queries.execute(new NamesOf(rows.map(({ clientId }) => clientId)));
  return rows.map(({ clientId, publishedAt, updatedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    client: people.get(clientId) ?? reject('profiles.not_found'),
  }));
}
