import { HasPassword } from '../../accounts';
import { FactorsOf } from '../../factors';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { Identities, ProviderName } from '@wire/identities';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Row {
  readonly id: string;
  readonly provider: ProviderName;
  readonly email: string | null;
  readonly linked_at: Date;
  readonly used_at: Date | null;
}

/** By whom else can the actor log in, and is there a way in without them? */
export class OwnIdentities extends Query<Identities> {}

@QueryHandler(OwnIdentities)
export class OwnIdentitiesHandler implements IQueryHandler<OwnIdentities> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<Identities> {
    const { id: accountId } = this.context.actor;
    const rows = await this.database.query<Row>(
      `select id, provider, email, linked_at, used_at from identities
        where account_id = $1 order by provider`,
      [accountId],
    );
    const items = rows.map(({ linked_at: linked, used_at: used, ...row }) => ({
      ...row,
      linkedAt: linked.toISOString(),
      usedAt: used?.toISOString() ?? null,
    }));
    return { items, otherWaysIn: await this.otherWaysIn(accountId) };
  }

  private async otherWaysIn(accountId: string): Promise<boolean> {
    if (await this.queries.execute(new HasPassword(accountId))) return true;
    return (await this.queries.execute(new FactorsOf(accountId))).includes('passkey');
  }
}
