import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import type { ScimPage as View } from '@wire/scim';
import { Inject } from '@nestjs/common';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MustGovern } from '../../organisations';
import { groupsOf } from '../adapters/group-rows';
import { keysOf, viewOf } from '../adapters/key-rows';
import { RequestLog } from '../adapters/request-log';
import { defaultRoleOf } from '../adapters/settings-rows';
import { usersOf } from '../adapters/user-rows';
import { rootOf } from './find-users';
import { Roll } from './roll';

/** What whoever runs an organisation sees of its directory. */
export class ScimPage extends Query<View> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(ScimPage)
export class ScimPageHandler implements IQueryHandler<ScimPage> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly roll: Roll,
    private readonly log: RequestLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId }: ScimPage): Promise<View> {
    await this.queries.execute(new MustGovern(organisationId, 'directory'));
    const domains = await this.roll.bringUp(organisationId);
    const groups = await groupsOf(this.database, organisationId);
    const users = await usersOf(this.database, organisationId);
    const requests = await this.log.last(organisationId);
    const active = users.filter((one) => one.active).length;
    return {
      address: rootOf(this.config),
      domains: [...domains],
      defaultRole: await defaultRoleOf(this.database, organisationId),
      keys: (await keysOf(this.database, organisationId)).map(viewOf),
      groups: groups.map(({ id, display_name: name, members, role }) => {
        return { id, name, members: members.length, role };
      }),
      users: { active, inactive: users.length - active },
      lastSyncAt: requests[0]?.at ?? null,
      requests,
    };
  }
}
