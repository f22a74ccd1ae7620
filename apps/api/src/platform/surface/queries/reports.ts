import type * as wire from '@wire/surface';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

/** What did pages want to run, and browsers refuse? */
export class FindReports extends Query<z.infer<typeof wire.reports>> {
  constructor(readonly filter: z.infer<typeof wire.findReports>) {
    super();
  }
}

type Row = Omit<wire.ReportRow, 'firstAt' | 'lastAt'> & { first_at: Date; last_at: Date };
const keys = z.tuple([instant, z.string()]);

@QueryHandler(FindReports)
export class FindReportsHandler implements IQueryHandler<FindReports> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { after, limit } }: FindReports) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select * from browser_reports
        where $1::timestamptz is null or (last_at, id) < ($1, $2)
        order by last_at desc, id desc limit $3`,
      [at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.last_at.toISOString(), last.id]);
    const items = page.items.map(({ first_at: first, last_at: last, ...row }) => ({
      ...row,
      firstAt: first.toISOString(),
      lastAt: last.toISOString(),
    }));
    return { items, next: page.next };
  }
}
