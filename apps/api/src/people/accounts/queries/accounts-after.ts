import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Ids of accounts in order, some at a time: for whoever has to look at all of them. */
export class AccountsAfter extends Query<string[]> {
  constructor(
    readonly after: string | null,
    readonly most: number,
  ) {
    super();
  }
}

@QueryHandler(AccountsAfter)
export class AccountsAfterHandler implements IQueryHandler<AccountsAfter> {
  constructor(private readonly database: Database) {}

  async execute({ after, most }: AccountsAfter): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from accounts where ($1::uuid is null or id > $1) order by id limit $2',
      [after, most],
    );
    return rows.map(({ id }) => id);
  }
}
