import { id, instant } from '@wire/primitives';
import * as z from 'zod';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listed, named, type JobRows, type Listed } from './job-rows';

/** Every job for staff, last saved first; `q` is part of a title. */
export class AllJobs extends Query<JobRows> {
  constructor(
    readonly filter: { q?: string | undefined; after?: string | undefined; limit: number },
  ) {
    super();
  }
}

@QueryHandler(AllJobs)
export class AllJobsHandler implements IQueryHandler<AllJobs> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { q, after, limit } }: AllJobs): Promise<JobRows> {
    const [savedAt, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const part = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.query<Listed>(
      `${listed} where ($1::text is null or j.title ilike $1)
          and ($2::timestamptz is null or (j.saved_at, j.id) < ($2, $3::uuid))
        order by j.saved_at desc, j.id desc limit $4`,
      [part, savedAt, last, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
    return { items: await named(this.queries, page.items), next: page.next };
  }
}
