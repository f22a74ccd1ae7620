import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface SameBank {
  readonly mark: string;
  readonly accountIds: readonly string[];
}

/** Bank accounts that these people and others are paid out to, by the keyed hash of the number. */
export class SameBanks extends Query<SameBank[]> {
  constructor(readonly accountIds: readonly string[]) {
    super();
  }
}

const most = 60;

@QueryHandler(SameBanks)
export class SameBanksHandler implements IQueryHandler<SameBanks> {
  constructor(private readonly database: Database) {}

  execute({ accountIds }: SameBanks): Promise<SameBank[]> {
    return this.database.query<SameBank>(
      `select encode(o.mark, 'hex') as mark, array_agg(distinct o.provider_id::text) as "accountIds"
        from bank_accounts o where o.mark in (select mark from bank_accounts
          where provider_id = any($1::uuid[]) and mark is not null)
        group by o.mark having count(distinct o.provider_id) > 1 limit $2`,
      [accountIds, most],
    );
  }
}
