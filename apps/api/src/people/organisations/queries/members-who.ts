import { Database } from '@kernel/database';
import type { OrgRole } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** The accounts that have one of these roles in an organisation. */
export class MembersWho extends Query<string[]> {
  constructor(
    readonly organisationId: string,
    readonly roles: readonly OrgRole[],
  ) {
    super();
  }
}

@QueryHandler(MembersWho)
export class MembersWhoHandler implements IQueryHandler<MembersWho> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, roles }: MembersWho): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select account_id as id from org_members
        where organisation_id = $1 and role = any($2) order by joined_at, account_id`,
      [organisationId, [...roles]],
    );
    return rows.map(({ id }) => id);
  }
}
