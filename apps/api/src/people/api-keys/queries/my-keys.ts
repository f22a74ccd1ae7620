import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { ApiKey, ServiceAccount } from '@wire/api-keys';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { keyColumns, keyTables, viewOf, type KeyRow } from '../adapters/key-rows';

/** Which programs act for the actor? Those that cannot any more are last. */
export class MyKeys extends Query<{ items: ApiKey[] }> {}

/** Which programs of the actor's have an identity of their own? */
export class MyServices extends Query<{ items: ServiceAccount[] }> {}

@QueryHandler(MyKeys)
export class MyKeysHandler implements IQueryHandler<MyKeys> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<{ items: ApiKey[] }> {
    const rows = await this.database.query<KeyRow>(
      `select * from (select ${keyColumns} from ${keyTables} where k.account_id = $1
          order by k.id desc limit 200) mine
        order by state <> 'active', id desc`,
      [this.context.actor.id],
    );
    return { items: rows.map(viewOf) };
  }
}

@QueryHandler(MyServices)
export class MyServicesHandler implements IQueryHandler<MyServices> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<{ items: ServiceAccount[] }> {
    const rows = await this.database.query<{
      id: string;
      name: string;
      created_at: Date;
      keys: number;
    }>(
      `select s.id, s.name, s.created_at, (select count(*)::int from api_keys k
            where k.service_id = s.id and k.revoked_at is null
              and (k.expires_at is null or k.expires_at > now())) as keys
        from service_accounts s where s.owner_id = $1 and s.closed_at is null
        order by s.id`,
      [this.context.actor.id],
    );
    return {
      items: rows.map(({ created_at: at, ...row }) => ({ ...row, createdAt: at.toISOString() })),
    };
  }
}
