import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Since when is somebody being looked into? Null when nobody looks. Never shown: it would warn them. */
export class OpenCaseSince extends Query<Date | null> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(OpenCaseSince)
export class OpenCaseSinceHandler implements IQueryHandler<OpenCaseSince> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: OpenCaseSince): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date }>(
      `select opened_at as at from screening_cases where account_id = $1 and state <> 'resolved'`,
      [accountId],
    );
    return row?.at ?? null;
  }
}
