import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Was this provider asked to propose to this job? */
export class IsInvited extends Query<boolean> {
  constructor(
    readonly jobId: string,
    readonly providerId: string,
  ) {
    super();
  }
}

@QueryHandler(IsInvited)
export class IsInvitedHandler implements IQueryHandler<IsInvited> {
  constructor(private readonly database: Database) {}

  async execute({ jobId, providerId }: IsInvited): Promise<boolean> {
    const found = await this.database.query(
      'select from job_invitations where job_id = $1 and provider_id::text = $2',
      [jobId, providerId],
      'jobs.is_invited',
    );
    return found.length > 0;
  }
}
