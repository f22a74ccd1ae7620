import { Database } from '@kernel/database';
import type { Money } from '@money';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface JobCard {
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  /** What everybody may read: of a brief that is held back the summary. */
  readonly description: string;
  readonly category: string;
  readonly skills: string[];
  readonly budget: Money;
  readonly publishedAt: Date;
}

/** A public job as search shows it; null while it is a draft, and for those who were asked alone. */
export class JobCardOf extends Query<JobCard | null> {
  constructor(readonly jobId: string) {
    super();
  }
}

@QueryHandler(JobCardOf)
export class JobCardOfHandler implements IQueryHandler<JobCardOf> {
  constructor(private readonly database: Database) {}

  async execute({ jobId }: JobCardOf): Promise<JobCard | null> {
    const [row] = await this.database.query<JobCard>(
      `select id, client_id as "clientId", title, category,
          case when (content ->> 'signFirst')::boolean then content ->> 'summary'
            else content ->> 'description' end as description,
          content -> 'skills' as skills, content -> 'budget' as budget, published_at as "publishedAt"
        from jobs where id = $1 and published_at is not null
          and content ->> 'visibility' is distinct from 'invited'`,
      [jobId],
      'jobs.card',
    );
    return row ?? null;
  }
}
