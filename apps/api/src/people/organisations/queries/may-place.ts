import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { orgRoles, powersOfRole } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { memberAt, roleAt } from '../adapters/household-rows';
import { rolesOf } from '../adapters/role-rows';
import { covers } from '../domain/members';

/**
 * For other contexts: may the actor make somebody this? Rejects organisations.no_such_role and
 * more_than_yours: whoever says what a directory makes of people gives by it, too.
 */
export class MayPlace extends Query<void> {
  constructor(
    readonly organisationId: string,
    readonly role: string,
  ) {
    super();
  }
}

/** How much each role of an organisation may, its own included. */
export class ReachOfRoles extends Query<ReadonlyMap<string, number>> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(MayPlace)
export class MayPlaceHandler implements IQueryHandler<MayPlace> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId, role }: MayPlace): Promise<void> {
    const mine = await memberAt(this.database, organisationId, this.context.actor.id);
    covers(mine, await roleAt(this.database, organisationId, role));
  }
}

@QueryHandler(ReachOfRoles)
export class ReachOfRolesHandler implements IQueryHandler<ReachOfRoles> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId }: ReachOfRoles): Promise<ReadonlyMap<string, number>> {
    const own = await rolesOf(this.database, organisationId);
    const usual = orgRoles.map((role) => [role, powersOfRole[role].length] as const);
    return new Map([...usual, ...own.map(({ id, powers }) => [id, powers.length] as const)]);
  }
}
