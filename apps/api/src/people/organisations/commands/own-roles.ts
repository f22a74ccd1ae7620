import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import {
  mostRoles,
  type OwnRole,
  type RemoveRole as Removal,
  type SaveRole,
} from '@wire/organisations';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type { Sql } from '@eventstore/record';
import { householdOf, memberAt, roleAt } from '../adapters/household-rows';
import { holdersOf, replaceRole, rolesOf } from '../adapters/role-rows';
import { covers, may } from '../domain/members';

/** A role of the organisation's own: a name, and what it lets members do. */
export class MakeRole extends Command<{ id: string }> {
  constructor(
    readonly organisationId: string,
    readonly input: SaveRole,
  ) {
    super();
  }
}

/** Counts for everybody who has it at their next request. */
export class ChangeRole extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly roleId: string,
    readonly input: SaveRole,
  ) {
    super();
  }
}

/** Where somebody has it, something has to take its place. */
export class RemoveRole extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly roleId: string,
    readonly input: Removal,
  ) {
    super();
  }
}

/** Changes of roles and of who has them follow each other; nobody gives what they do not have. */
async function giverIn(sql: Sql, organisationId: string, by: string) {
  await householdOf(sql, organisationId);
  const mine = await memberAt(sql, organisationId, by);
  may(mine, 'members');
  return mine;
}

function isNameFree(roles: readonly OwnRole[], name: string, but?: string): void {
  const taken = roles.some(
    (one) => one.id !== but && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) reject('organisations.role_name_taken', { name });
}

@CommandHandler(MakeRole)
export class MakeRoleHandler implements ICommandHandler<MakeRole> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, input }: MakeRole): Promise<{ id: string }> {
    const { id: by } = this.context.actor;
    const id = randomUUIDv7();
    const powers = [...new Set(input.powers)];
    return this.facts.commit<{ id: string }>(async (_, sql) => {
      covers(await giverIn(sql, organisationId, by), { powers });
      const roles = await rolesOf(sql, organisationId);
      if (roles.length >= mostRoles) reject('organisations.too_many_roles', { most: mostRoles });
      isNameFree(roles, input.name);
      await sql.query(
        `insert into org_roles (id, organisation_id, name, powers, made_at)
          values ($1, $2, $3, $4, now())`,
        [id, organisationId, input.name, powers],
      );
      const fact = { organisationId, roleId: id, powers, by };
      return { told: [about('organisation', organisationId, 'RoleMade', fact)], answer: { id } };
    });
  }
}

@CommandHandler(ChangeRole)
export class ChangeRoleHandler implements ICommandHandler<ChangeRole> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly standings: Standings,
  ) {}

  async execute({ organisationId, roleId, input }: ChangeRole): Promise<void> {
    const { id: by } = this.context.actor;
    const powers = [...new Set(input.powers)];
    const holders = await this.facts.commit<string[]>(async (_, sql) => {
      const mine = await giverIn(sql, organisationId, by);
      for (const one of [await roleAt(sql, organisationId, roleId), { powers }]) covers(mine, one);
      isNameFree(await rolesOf(sql, organisationId), input.name, roleId);
      await sql.query(
        'update org_roles set name = $3, powers = $4 where organisation_id = $1 and id = $2',
        [organisationId, roleId, input.name, powers],
      );
      const fact = { organisationId, roleId, powers, by };
      const told = [about('organisation', organisationId, 'RoleChanged', fact)];
      return { told, answer: await holdersOf(sql, organisationId, roleId) };
    });
    for (const one of holders) this.standings.changed(one);
  }
}

@CommandHandler(RemoveRole)
export class RemoveRoleHandler implements ICommandHandler<RemoveRole> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly standings: Standings,
  ) {}

  async execute({ organisationId, roleId, input }: RemoveRole): Promise<void> {
    const { id: by } = this.context.actor;
    const replacement = input.replacement ?? null;
    const holders = await this.facts.commit<string[]>(async (_, sql) => {
      const mine = await giverIn(sql, organisationId, by);
      covers(mine, await roleAt(sql, organisationId, roleId));
      const { people = 0 } =
        (await rolesOf(sql, organisationId)).find(({ id }) => id === roleId) ?? {};
      if (replacement === roleId || (replacement === null && people > 0))
        return reject('organisations.role_in_use', { people });
      if (replacement !== null) covers(mine, await roleAt(sql, organisationId, replacement));
      const answer = await holdersOf(sql, organisationId, roleId);
      await replaceRole(sql, organisationId, roleId, replacement ?? 'member');
      await sql.query('delete from org_roles where organisation_id = $1 and id = $2', [
        ...[organisationId, roleId],
      ]);
      const fact = { organisationId, roleId, replacement, by };
      return { told: [about('organisation', organisationId, 'RoleRemoved', fact)], answer };
    });
    for (const one of holders) this.standings.changed(one);
  }
}
