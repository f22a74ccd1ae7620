import { Database } from '@kernel/database';
import type { OrgScim } from '@wire/org-desk';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { groupsOf } from '../adapters/group-rows';
import { keysOf } from '../adapters/key-rows';
import { RequestLog } from '../adapters/request-log';
import { usersOf } from '../adapters/user-rows';

/** What the console knows of the directory of an organisation: how much of it, and since when. */
export class ScimStateOf extends Query<OrgScim> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(ScimStateOf)
export class ScimStateOfHandler implements IQueryHandler<ScimStateOf> {
  constructor(
    private readonly database: Database,
    private readonly log: RequestLog,
  ) {}

  async execute({ organisationId }: ScimStateOf): Promise<OrgScim> {
    const [keys, users, groups, requests] = await Promise.all([
      keysOf(this.database, organisationId),
      usersOf(this.database, organisationId),
      groupsOf(this.database, organisationId),
      this.log.last(organisationId),
    ]);
    return {
      keys: keys.filter(({ state }) => state === 'active').length,
      users: users.length,
      groups: groups.length,
      lastSyncAt: requests[0]?.at ?? null,
    };
  }
}
