import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import type { Resource, ResourceSent } from '@wire/scim';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { groupAt, keepGroup, keptOf, placeIn } from '../adapters/group-rows';
import { groupOf, groupResource } from '../domain/groups';
import { patched } from '../domain/patch';
import { OneGroup } from '../queries/find-groups';
import { Roll } from '../queries/roll';
import { Roles } from './roles';
import { isVersion, type UserChange } from './users';

/** A group of the directory; it means nothing here until somebody says which role it stands for. */
export class CreateGroup extends Command<Resource> {
  constructor(
    readonly organisationId: string,
    readonly sent: ResourceSent,
  ) {
    super();
  }
}

/** Another name, or others in it. */
export class ChangeGroup extends Command<Resource> {
  constructor(readonly change: UserChange) {
    super();
  }
}

export class RemoveGroup extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(CreateGroup)
export class CreateGroupHandler implements ICommandHandler<CreateGroup> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly roll: Roll,
  ) {}

  async execute({ organisationId, sent }: CreateGroup): Promise<Resource> {
    const { members, ...group } = groupOf(sent);
    await this.roll.bringUp(organisationId);
    const id = randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      await keepGroup(sql, { ...group, id, organisationId });
      await placeIn(sql, { id, organisationId, members });
      return { told: [] };
    });
    return this.queries.execute(new OneGroup(organisationId, id, {}));
  }
}

@CommandHandler(ChangeGroup)
export class ChangeGroupHandler implements ICommandHandler<ChangeGroup> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly roll: Roll,
    private readonly roles: Roles,
  ) {}

  async execute({ change }: ChangeGroup): Promise<Resource> {
    const { organisationId, id, to } = change;
    await this.roll.bringUp(organisationId);
    const { id: by } = this.context.actor;
    const accounts = await this.facts.commit<string[]>(async (_, sql) => {
      const row = await groupAt(sql, organisationId, id);
      isVersion(row.version, change.ifMatch);
      const before = groupResource(keptOf(row), '');
      const { members, ...group } = groupOf(
        'whole' in to ? to.whole : patched(before, to.operations),
      );
      await keepGroup(sql, { ...group, id, organisationId });
      const userIds = await placeIn(sql, { id, organisationId, members });
      if (row.role === null) return { told: [], answer: [] };
      const { told, accounts } = await this.roles.apply(sql, { organisationId, userIds, by });
      return { told, answer: accounts };
    });
    this.roles.changed(accounts);
    return this.queries.execute(new OneGroup(organisationId, id, {}));
  }
}

@CommandHandler(RemoveGroup)
export class RemoveGroupHandler implements ICommandHandler<RemoveGroup> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly roles: Roles,
  ) {}

  async execute({ organisationId, id }: RemoveGroup): Promise<void> {
    const { id: by } = this.context.actor;
    const accounts = await this.facts.commit<string[]>(async (_, sql) => {
      const { role, members } = await groupAt(sql, organisationId, id);
      await sql.query('delete from scim_groups where id = $1', [id]);
      if (role === null) return { told: [], answer: [] };
      const userIds = members.map((one) => one.id);
      const { told, accounts } = await this.roles.apply(sql, { organisationId, userIds, by });
      return { told, answer: accounts };
    });
    this.roles.changed(accounts);
  }
}
