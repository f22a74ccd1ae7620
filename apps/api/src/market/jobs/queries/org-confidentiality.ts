import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { OrgConfidentiality as View } from '@wire/confidentiality';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RoleIn } from '../../../people/organisations';
import { ownTextOf } from '../adapters/wordings';

/** What is signed before briefs of an organisation are read, for its members. */
export class OrgConfidentiality extends Query<View> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(OrgConfidentiality)
export class OrgConfidentialityHandler implements IQueryHandler<OrgConfidentiality> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId }: OrgConfidentiality): Promise<View> {
    const { id } = this.context.actor;
    const role = await this.queries.execute(new RoleIn(organisationId, id));
    if (role === null) return reject('organisations.not_found');
    const own = await ownTextOf(this.database, organisationId);
    return {
      text: own?.body ?? null,
      version: own?.version ?? 0,
      changedAt: own?.changedAt.toISOString() ?? null,
    };
  }
}
