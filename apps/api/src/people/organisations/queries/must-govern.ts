import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { roleIn } from '../adapters/household-rows';
import { governs } from '../domain/members';

/**
 * For other contexts: the actor, who runs this organisation. Rejects organisations.not_found for
 * everybody outside and organisations.not_yours for its other members.
 */
export class MustGovern extends Query<string> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(MustGovern)
export class MustGovernHandler implements IQueryHandler<MustGovern> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId }: MustGovern): Promise<string> {
    const { id } = this.context.actor;
    governs(await roleIn(this.database, organisationId, id));
    return id;
  }
}
