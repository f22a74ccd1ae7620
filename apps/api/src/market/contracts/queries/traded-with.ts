import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Who of these people ever had a contract with one of those. */
export class TradedWith extends Query<Set<string>> {
  constructor(
    readonly people: readonly string[],
    readonly others: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(TradedWith)
export class TradedWithHandler implements IQueryHandler<TradedWith> {
  constructor(private readonly database: Database) {}

  async execute({ people, others }: TradedWith): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct mine.account_id as id from contract_seats mine
          join contract_seats theirs on theirs.contract_id = mine.contract_id
        where mine.account_id = any($1::uuid[]) and theirs.account_id = any($2::uuid[])
          and mine.account_id <> theirs.account_id`,
      [people, others],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
