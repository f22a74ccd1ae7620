import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Does compliance let nothing leave this wallet? */
export class IsRestricted extends Query<boolean> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(IsRestricted)
export class IsRestrictedHandler implements IQueryHandler<IsRestricted> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: IsRestricted): Promise<boolean> {
    const rows = await this.database.query(
      'select from wallet_restrictions where account_id = $1',
      [accountId],
    );
    return rows.length > 0;
  }
}
