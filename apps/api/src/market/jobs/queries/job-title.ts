import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What a job is called, for mails and notices; null when there is none. */
export class JobTitle extends Query<string | null> {
  constructor(readonly jobId: string) {
    super();
  }
}

@QueryHandler(JobTitle)
export class JobTitleHandler implements IQueryHandler<JobTitle> {
  constructor(private readonly database: Database) {}

  async execute({ jobId }: JobTitle): Promise<string | null> {
    const [row] = await this.database.query<{ title: string }>(
      'select title from jobs where id = $1',
      [jobId],
      'jobs.title',
    );
    return row?.title ?? null;
  }
}
