import { PlaceInvited, PlaceMember, ReachOfRoles } from '../../organisations';
import type { Sql } from '@eventstore/record';
import type { Told } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { defaultRoleOf } from '../adapters/settings-rows';
import { bestOf } from '../domain/groups';

export interface Regrouped {
  readonly organisationId: string;
  readonly userIds: readonly string[];
  readonly by: string;
}

interface Row {
  readonly account_id: string | null;
  readonly email: string;
  readonly roles: (string | null)[];
}

/** What members are by the groups of their directory; who is in none that says so has the default role. */
@Injectable()
export class Roles {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly standings: Standings,
  ) {}

  async apply(sql: Sql, { organisationId, userIds, by }: Regrouped) {
    const rows = await sql.query<Row>(
      `select u.account_id, u.email, array(select g.role from scim_group_members m
          join scim_groups g on g.id = m.group_id where m.user_id = u.id) as roles
        from scim_users u where u.organisation_id = $1 and u.active and u.id = any($2::uuid[])`,
      [organisationId, [...userIds]],
    );
    const otherwise = await defaultRoleOf(sql, organisationId);
    const reach = await this.queries.execute(new ReachOfRoles(organisationId));
    const told: Told[] = [];
    for (const { account_id: accountId, email, roles } of rows) {
      const role = bestOf(roles, (one) => reach.get(one) ?? 0) ?? otherwise;
      const placing =
        accountId === null
          ? new PlaceInvited({ organisationId, email, role }, sql)
          : new PlaceMember({ organisationId, accountId, role, by }, sql);
      told.push(...(await this.commands.execute(placing)));
    }
    return { told, accounts: rows.flatMap(({ account_id: one }) => one ?? []) };
  }

  /** After the commit. */
  changed(accounts: readonly string[]): void {
    for (const one of accounts) this.standings.changed(one);
  }
}
