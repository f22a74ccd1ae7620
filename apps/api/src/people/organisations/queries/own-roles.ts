import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { OwnRoles as View } from '@wire/organisations';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { memberAt } from '../adapters/household-rows';
import { rolesOf } from '../adapters/role-rows';
import { mayGive } from '../domain/members';

/** Which roles of its own has an organisation, and what of them may the asking member give? */
export class OwnRoles extends Query<View> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(OwnRoles)
export class OwnRolesHandler implements IQueryHandler<OwnRoles> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId }: OwnRoles): Promise<View> {
    const mine = await memberAt(this.database, organisationId, this.context.actor.id);
    const items = await rolesOf(this.database, organisationId);
    return { items, mayGive: mine.powers.includes('members') ? [...mayGive(mine)] : [] };
  }
}
