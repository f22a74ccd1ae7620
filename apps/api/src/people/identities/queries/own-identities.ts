import { HasPassword } from '../../accounts';
import { FactorsOf } from '../../factors';
import { OrganisationName } from '../../organisations';
import { ConnectionOf } from '../../sso';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { Identities, ProviderName } from '@wire/identities';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { connectionIn, type ProviderKey } from '../adapters/provider';

interface Row {
  readonly id: string;
  readonly provider: ProviderKey;
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
    const when = ({ linked_at: linked, used_at: used }: Row) => ({
      linkedAt: linked.toISOString(),
      usedAt: used?.toISOString() ?? null,
    });
    const items: Identities['items'] = [];
    const organisations: Identities['organisations'] = [];
    for (const row of rows) {
      const { id, provider, email } = row;
      const connectionId = connectionIn(provider);
      if (connectionId === null)
        items.push({ id, provider: provider as ProviderName, email, ...when(row) });
      else
        for (const one of await this.organisation(connectionId))
          organisations.push({ ...one, ...when(row) });
    }
    return { items, organisations, otherWaysIn: await this.otherWaysIn(accountId) };
  }

  /** None where its single sign-on is switched off: then it opens nothing. */
  private async organisation(connectionId: string): Promise<{ id: string; name: string }[]> {
    const connection = await this.queries.execute(new ConnectionOf({ connectionId }));
    if (!connection) return [];
    const { organisationId: id } = connection;
    return [{ id, name: (await this.queries.execute(new OrganisationName(id))) ?? '' }];
  }

  private async otherWaysIn(accountId: string): Promise<boolean> {
    if (await this.queries.execute(new HasPassword(accountId))) return true;
    return (await this.queries.execute(new FactorsOf(accountId))).includes('passkey');
  }
}
