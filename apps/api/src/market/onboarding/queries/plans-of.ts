import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { Plans } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MembersWhoMay } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';
import { plansOf } from '../adapters/onboarding-rows';

/** What an organisation and its workspaces ask of who works for them, in the newest version. */
export class PlansOf extends Query<Plans> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(PlansOf)
export class PlansOfHandler implements IQueryHandler<PlansOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId }: PlansOf): Promise<Plans> {
    const ability = abilityFor(this.context.actor);
    if (!ability.can('review', { kind: 'Onboarding', orgId: organisationId }))
      return reject('organisations.not_found');
    const rows = await plansOf(this.database, organisationId);
    const runs = await this.queries.execute(new MembersWhoMay(organisationId, 'settings'));
    const people = await this.queries.execute(new NamesOf(rows.map((row) => row.publishedBy)));
    return {
      mayChange: runs.includes(this.context.actor.id),
      items: rows.map(({ publishedBy, publishedAt, ...row }) => ({
        ...row,
        publishedBy: people.get(publishedBy) ?? reject('profiles.not_found'),
        publishedAt: publishedAt.toISOString(),
      })),
    };
  }
}
