import { MayPlace, MustGovern } from '../../organisations';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { GivenRole } from '@wire/sso';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Roles } from './roles';

/** What somebody becomes whom the directory brings. */
export class ChangeScimSettings extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly defaultRole: GivenRole,
  ) {
    super();
  }
}

/** Who is in this group of the directory has this role; null says that the group says nothing. */
export class MapGroup extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly groupId: string,
    readonly role: string | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeScimSettings)
export class ChangeScimSettingsHandler implements ICommandHandler<ChangeScimSettings> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, defaultRole }: ChangeScimSettings): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    await this.queries.execute(new MayPlace(organisationId, defaultRole));
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into scim_settings (organisation_id, default_role) values ($1, $2)
          on conflict (organisation_id) do update set default_role = excluded.default_role`,
        [organisationId, defaultRole],
      );
      const fact = { organisationId, by };
      return { told: [about('organisation', organisationId, 'ScimSettingsChanged', fact)] };
    });
  }
}

@CommandHandler(MapGroup)
export class MapGroupHandler implements ICommandHandler<MapGroup> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly roles: Roles,
  ) {}

  async execute({ organisationId, groupId, role }: MapGroup): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    if (role !== null) await this.queries.execute(new MayPlace(organisationId, role));
    const accounts = await this.facts.commit<string[]>(async (_, sql) => {
      const [row] = await sql.query(
        'update scim_groups set role = $3 where organisation_id = $1 and id = $2 returning id',
        [organisationId, groupId, role],
      );
      if (!row) return reject('scim.no_such_group');
      const members = await sql.query<{ id: string }>(
        'select user_id as id from scim_group_members where group_id = $1',
        [groupId],
      );
      const userIds = members.map(({ id }) => id);
      const { told, accounts } = await this.roles.apply(sql, { organisationId, userIds, by });
      const fact = { organisationId, groupId, role, by };
      const mapped = about('organisation', organisationId, 'GroupMapped', fact);
      return { told: [mapped, ...told], answer: accounts };
    });
    this.roles.changed(accounts);
  }
}
