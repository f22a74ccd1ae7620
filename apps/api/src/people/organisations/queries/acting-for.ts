import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { membersWithRoles } from '../adapters/household-rows';
import { rolesThat } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Acting {
  readonly organisationId: string;
  readonly workspaceId: string;
}

/** For which workspace the actor begins something now; null for themselves. */
export class ActingFor extends Query<Acting | null> {}

@QueryHandler(ActingFor)
export class ActingForHandler implements IQueryHandler<ActingFor> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<Acting | null> {
    const [row] = await this.database.query<Acting>(
      `select a.organisation_id as "organisationId", a.workspace_id as "workspaceId"
        from org_acting a join (${membersWithRoles})
          on m.organisation_id = a.organisation_id and m.account_id = a.account_id
        where a.account_id::text = $1 and (m.role = any($2) or 'hire' = any(r.powers))`,
      [this.context.actor.id, rolesThat('hire')],
      'organisations.acting',
    );
    return row ?? null;
  }
}
