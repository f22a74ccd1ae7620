import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What the directory of an organisation says of an address; null when it says nothing. */
export class ProvisionedAs extends Query<'active' | 'inactive' | null> {
  constructor(
    readonly organisationId: string,
    readonly email: string,
  ) {
    super();
  }
}

@QueryHandler(ProvisionedAs)
export class ProvisionedAsHandler implements IQueryHandler<ProvisionedAs> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, email }: ProvisionedAs): Promise<'active' | 'inactive' | null> {
    const [row] = await this.database.query<{ active: boolean }>(
      'select active from scim_users where organisation_id = $1 and email = $2',
      [organisationId, email],
    );
    if (!row) return null;
    return row.active ? 'active' : 'inactive';
  }
}
