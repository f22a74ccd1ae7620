import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import type { FindResources, Resource, Resources } from '@wire/scim';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { groupAt, groupsOf, keptOf } from '../adapters/group-rows';
import { groupResource } from '../domain/groups';
import { pageOf, shownOf } from '../domain/listing';
import { rootOf } from './find-users';

/** The groups that the directory told of. */
export class FindGroups extends Query<Resources> {
  constructor(
    readonly organisationId: string,
    readonly asked: FindResources,
  ) {
    super();
  }
}

export class OneGroup extends Query<Resource> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly shown: Pick<FindResources, 'attributes' | 'excludedAttributes'>,
  ) {
    super();
  }
}

@QueryHandler(FindGroups)
export class FindGroupsHandler implements IQueryHandler<FindGroups> {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, asked }: FindGroups): Promise<Resources> {
    const rows = await groupsOf(this.database, organisationId);
    const root = rootOf(this.config);
    return pageOf(
      rows.map((row) => groupResource(keptOf(row), root)),
      asked,
    );
  }
}

@QueryHandler(OneGroup)
export class OneGroupHandler implements IQueryHandler<OneGroup> {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, id, shown }: OneGroup): Promise<Resource> {
    const row = await groupAt(this.database, organisationId, id);
    return shownOf(groupResource(keptOf(row), rootOf(this.config)), shown);
  }
}
