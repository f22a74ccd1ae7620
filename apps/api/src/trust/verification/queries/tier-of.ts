import type { Tier } from '@wire/verification';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContactsOf } from '../../../people/accounts';

/** How far somebody is known: T0 mail, T1 phone, T2 papers, T3 the company. */
export class TierOf extends Query<Tier> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(TierOf)
export class TierOfHandler implements IQueryHandler<TierOf> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ accountId }: TierOf): Promise<Tier> {
    const [row] = await this.database.query<{ tier: Tier }>(
      `select max(tier) as tier from verifications where account_id = $1 and state = 'approved'`,
      [accountId],
    );
    if (row?.tier) return row.tier;
    const { phoneVerified } = await this.queries.execute(new ContactsOf(accountId));
    return phoneVerified ? 'T1' : 'T0';
  }
}
