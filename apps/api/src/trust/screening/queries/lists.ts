import type * as wire from '@wire/screening';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Which lists are in use, and of which day. */
export class SanctionListsInUse extends Query<{ items: wire.SanctionList[] }> {}

type Row = Omit<wire.SanctionList, 'importedAt' | 'names'> & { importedAt: Date; names: string };

@QueryHandler(SanctionListsInUse)
export class SanctionListsInUseHandler implements IQueryHandler<SanctionListsInUse> {
  constructor(private readonly database: Database) {}

  async execute(): Promise<{ items: wire.SanctionList[] }> {
    const rows = await this.database.query<Row>(
      `select l.source, l.date::text, l.version, l.entries, l.imported_at as "importedAt",
          (select coalesce(sum(cardinality(e.names)), 0) from sanction_entries e
            where e.source = l.source and not e.gone) as names
        from sanction_lists l order by l.source`,
    );
    const items = rows.map((row) => ({
      ...row,
      names: Number(row.names),
      importedAt: row.importedAt.toISOString(),
    }));
    return { items };
  }
}
