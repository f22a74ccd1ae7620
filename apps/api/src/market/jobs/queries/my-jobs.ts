import type { myJobs } from '@wire/jobs';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listed, named, type JobRows, type Listed } from './job-rows';

/** The jobs of the asking client, last saved first. */
export class MyJobs extends Query<JobRows> {
  constructor(readonly filter: z.infer<typeof myJobs>) {
    super();
  }
}

@QueryHandler(MyJobs)
export class MyJobsHandler implements IQueryHandler<MyJobs> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { status, after, limit } }: MyJobs): Promise<JobRows> {
    const [savedAt, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const rows = await this.database.query<Listed>(
      `${listed} where j.client_id = $1 and ($2::text is null or j.status = $2)
          and ($3::timestamptz is null or (j.saved_at, j.id) < ($3, $4::uuid))
        order by j.saved_at desc, j.id desc limit $5`,
      [this.context.actor.id, status ?? null, savedAt, last, limit + 1],
      'jobs.mine',
    );
    const page = pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
    return { items: await named(this.queries, page.items), next: page.next };
  }
}
