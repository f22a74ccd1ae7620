import type { savedSearches } from '@wire/search';
import { id } from '@wire/primitives';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

type SavedSearches = z.infer<typeof savedSearches>;
type Saved = SavedSearches['items'][number];

/** The searches the asking person keeps, newest first. */
export class MySearches extends Query<SavedSearches> {
  constructor(readonly page: { readonly after?: string | undefined; readonly limit: number }) {
    super();
  }
}

@QueryHandler(MySearches)
export class MySearchesHandler implements IQueryHandler<MySearches> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ page: { after, limit } }: MySearches): Promise<SavedSearches> {
    const [last] = keysAfter(after, z.tuple([id])) ?? [null];
    const rows = await this.database.query<Omit<Saved, 'createdAt'> & { createdAt: Date }>(
      `select id, name, query, created_at as "createdAt" from saved_searches
        where account_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [this.context.actor.id, last, limit + 1],
      'search.saved',
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return {
      items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      next,
    };
  }
}
