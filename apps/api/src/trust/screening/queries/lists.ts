import { listSource } from '@wire/screening';
import type * as wire from '@wire/screening';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListPublishers } from '../adapters/list-publishers';

/** Which lists there are, of which day, and what their publishers said when they were asked last. */
export class SanctionListsInUse extends Query<{ items: wire.SanctionList[] }> {}

interface Row {
  readonly source: wire.ListSource;
  readonly date: string | null;
  readonly version: number;
  readonly entries: number;
  readonly names: string;
  readonly importedAt: Date | null;
  readonly askedAt: Date | null;
  readonly outcome: wire.FetchOutcome | null;
  readonly why: string | null;
  readonly failingSince: Date | null;
}

@QueryHandler(SanctionListsInUse)
export class SanctionListsInUseHandler implements IQueryHandler<SanctionListsInUse> {
  constructor(
    private readonly database: Database,
    private readonly publishers: ListPublishers,
  ) {}

  async execute(): Promise<{ items: wire.SanctionList[] }> {
    const rows = await this.database.query<Row>(
      `select s.source, l.date::text, coalesce(l.version, 0) as version,
          coalesce(l.entries, 0) as entries, l.imported_at as "importedAt",
          f.asked_at as "askedAt", f.outcome, f.why, f.failing_since as "failingSince",
          (select coalesce(sum(cardinality(e.names)), 0) from sanction_entries e
            where e.source = s.source and not e.gone) as names
        from unnest($1::text[]) with ordinality as s (source, place)
        left join sanction_lists l on l.source = s.source
        left join list_fetches f on f.source = s.source order by s.place`,
      [listSource.options],
    );
    const items = rows.map((row) => ({
      ...row,
      names: Number(row.names),
      importedAt: row.importedAt?.toISOString() ?? null,
      isFetched: this.publishers.addressOf(row.source) !== undefined,
      askedAt: row.askedAt?.toISOString() ?? null,
      failingSince: row.failingSince?.toISOString() ?? null,
    }));
    return { items };
  }
}
