import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { AdminApiKey, FindApiKeys } from '@wire/api-keys';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../profiles';
import { keyColumns, keyTables, stateOfKey, viewOf, type KeyRow } from '../adapters/key-rows';

interface Found {
  readonly items: AdminApiKey[];
  readonly next: string | null;
}

/** Which programs act for whom? The newest first; ids are in the order of creation. */
export class FindKeys extends Query<Found> {
  constructor(readonly input: FindApiKeys) {
    super();
  }
}

@QueryHandler(FindKeys)
export class FindKeysHandler implements IQueryHandler<FindKeys> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input: { state, owner, after, limit } }: FindKeys): Promise<Found> {
    const [before] = keysAfter(after, z.tuple([z.uuid()])) ?? [null];
    const rows = await this.database.query<KeyRow>(
      `select ${keyColumns} from ${keyTables}
        where ($1::text is null or ${stateOfKey} = $1) and ($2::uuid is null or k.account_id = $2)
          and ($3::uuid is null or k.id < $3) order by k.id desc limit $4`,
      [state ?? null, owner ?? null, before, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, ({ id }) => [id]);
    const names = await this.queries.execute(new NamesOf(items.map((row) => row.account_id)));
    return {
      items: items.map((row) => ({
        ...viewOf(row),
        owner: { id: row.account_id, name: names.get(row.account_id)?.name ?? '' },
      })),
      next,
    };
  }
}
