import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface ListedJob {
  readonly id: string;
  readonly publishedAt: Date;
}

/** Jobs that are open to everybody, the newest first. */
export class ListedJobs extends Query<ListedJob[]> {
  constructor(readonly most: number) {
    super();
  }
}

@QueryHandler(ListedJobs)
export class ListedJobsHandler implements IQueryHandler<ListedJobs> {
  constructor(private readonly database: Database) {}

  execute({ most }: ListedJobs): Promise<ListedJob[]> {
    return this.database.query<ListedJob>(
      `select id, published_at as "publishedAt" from jobs where status = 'published'
          and content ->> 'visibility' is distinct from 'invited'
        order by published_at desc limit $1`,
      [most],
      'jobs.listed',
    );
  }
}
