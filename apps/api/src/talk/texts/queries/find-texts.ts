import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { AdminText, FindTexts as Filter } from '@wire/texts';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import type { TextRow } from '../adapters/text-rows';

interface Found {
  readonly items: AdminText[];
  readonly next: string | null;
}

/** What became of the text messages? The newest first; ids are in the order of creation. */
export class FindTexts extends Query<Found> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(FindTexts)
export class FindTextsHandler implements IQueryHandler<FindTexts> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { status, owner, after, limit } }: FindTexts): Promise<Found> {
    const [before] = keysAfter(after, z.tuple([z.uuid()])) ?? [null];
    const rows = await this.database.query<TextRow>(
      `select * from texts where ($1::text is null or status = $1)
          and ($2::uuid is null or account_id = $2) and ($3::uuid is null or id < $3)
        order by id desc limit $4`,
      [status ?? null, owner ?? null, before, limit + 1],
      'texts.find',
    );
    const { items, next } = pageOf(rows, limit, ({ id }) => [id]);
    const names = await this.queries.execute(new NamesOf(items.map((row) => row.account_id)));
    return { items: items.map((row) => view(row, names.get(row.account_id)?.name ?? '')), next };
  }
}

const view = (row: TextRow, name: string): AdminText => ({
  id: row.id,
  owner: { id: row.account_id, name },
  number: row.masked,
  country: row.country,
  purpose: row.purpose,
  sender: row.sender,
  status: row.status,
  errorCode: row.error_code,
  queuedAt: row.queued_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
