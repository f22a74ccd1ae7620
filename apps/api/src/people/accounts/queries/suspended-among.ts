import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Which of these accounts the staff has closed for a while. */
export class SuspendedAmong extends Query<Set<string>> {
  constructor(readonly ids: readonly string[]) {
    super();
  }
}

@QueryHandler(SuspendedAmong)
export class SuspendedAmongHandler implements IQueryHandler<SuspendedAmong> {
  constructor(private readonly database: Database) {}

  async execute({ ids }: SuspendedAmong): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select account_id as id from account_suspensions
        where account_id = any($1::uuid[]) and lifted_at is null`,
      [ids],
      'accounts.suspended_among',
    );
    return new Set(rows.map(({ id }) => id));
  }
}
