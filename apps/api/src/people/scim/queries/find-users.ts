import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import type { FindResources, Resource, Resources } from '@wire/scim';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { keptOf, userAt, usersOf } from '../adapters/user-rows';
import { pageOf, shownOf } from '../domain/listing';
import { userResource } from '../domain/users';
import { Roll } from './roll';

type Shown = Pick<FindResources, 'attributes' | 'excludedAttributes'>;

/** Where directories find what they made. */
export const rootOf = ({ PUBLIC_URL }: Config): string =>
  `${PUBLIC_URL.replace(/\/$/, '')}/scim/v2`;

/** Who is in the organisation, as its directory asks. */
export class FindUsers extends Query<Resources> {
  constructor(
    readonly organisationId: string,
    readonly asked: FindResources,
  ) {
    super();
  }
}

export class OneUser extends Query<Resource> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly shown: Shown,
  ) {
    super();
  }
}

@QueryHandler(FindUsers)
export class FindUsersHandler implements IQueryHandler<FindUsers> {
  constructor(
    private readonly database: Database,
    private readonly roll: Roll,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, asked }: FindUsers): Promise<Resources> {
    await this.roll.bringUp(organisationId);
    const rows = await usersOf(this.database, organisationId);
    const root = rootOf(this.config);
    return pageOf(
      rows.map((row) => userResource(keptOf(row), root)),
      asked,
    );
  }
}

@QueryHandler(OneUser)
export class OneUserHandler implements IQueryHandler<OneUser> {
  constructor(
    private readonly database: Database,
    private readonly roll: Roll,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, id, shown }: OneUser): Promise<Resource> {
    await this.roll.bringUp(organisationId);
    const row = await userAt(this.database, organisationId, id);
    return shownOf(userResource(keptOf(row), rootOf(this.config)), shown);
  }
}
