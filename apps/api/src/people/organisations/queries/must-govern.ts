import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { memberAt } from '../adapters/household-rows';
import { may } from '../domain/members';
import type { Power } from '@wire/permissions';

/**
 * For other contexts: the actor, who runs this part of the organisation. Rejects organisations.not_found for
 * everybody outside and organisations.not_yours for its other members.
 */
export class MustGovern extends Query<string> {
  constructor(
    readonly organisationId: string,
    readonly power: Power = 'settings',
  ) {
    super();
  }
}

@QueryHandler(MustGovern)
export class MustGovernHandler implements IQueryHandler<MustGovern> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId, power }: MustGovern): Promise<string> {
    const { id } = this.context.actor;
    may(await memberAt(this.database, organisationId, id), power);
    return id;
  }
}
