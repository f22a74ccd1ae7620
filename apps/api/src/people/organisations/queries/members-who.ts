import { Database } from '@kernel/database';
import type { OrgRole, Power } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { membersOf } from '../adapters/household-rows';

/** The accounts that have one of these roles in an organisation. */
export class MembersWho extends Query<string[]> {
  constructor(
    readonly organisationId: string,
    readonly roles: readonly OrgRole[],
  ) {
    super();
  }
}

/** The accounts whose role in an organisation, its own roles too, gives them this power. */
export class MembersWhoMay extends Query<string[]> {
  constructor(
    readonly organisationId: string,
    readonly power: Power,
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

@QueryHandler(MembersWhoMay)
export class MembersWhoMayHandler implements IQueryHandler<MembersWhoMay> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, power }: MembersWhoMay): Promise<string[]> {
    const members = await membersOf(this.database, organisationId);
    return members.filter(({ powers }) => powers.includes(power)).map(({ accountId }) => accountId);
  }
}
