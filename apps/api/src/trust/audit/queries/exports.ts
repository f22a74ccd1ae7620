import type * as wire from '@wire/audit';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ReadersOf } from '../../../people/accounts';
import { exportColumns, findExport, type ExportRow } from '../adapters/export-rows';

const keys = z.tuple([z.string(), z.string()]);

/** Which copies of the record were asked for, newest first? */
export class AllExports extends Query<z.infer<typeof wire.auditExports>> {
  constructor(readonly filter: z.infer<typeof wire.findExports>) {
    super();
  }
}

@QueryHandler(AllExports)
export class AllExportsHandler implements IQueryHandler<AllExports> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { after, limit } }: AllExports) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<ExportRow>(
      `select ${exportColumns} from audit_exports
        where $1::timestamptz is null or (requested_at, id) < ($1, $2)
        order by requested_at desc, id desc limit $3`,
      [at, id, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (last) => [
      last.requestedAt.toISOString(),
      last.id,
    ]);
    return { items: await viewsOf(this.queries, items), next };
  }
}

/** One export and how far it is. Rejects audit.not_found. */
export class ExportById extends Query<wire.AuditExport> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(ExportById)
export class ExportByIdHandler implements IQueryHandler<ExportById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ id }: ExportById): Promise<wire.AuditExport> {
    const row = (await findExport(this.database, id)) ?? reject('audit.not_found');
    const [view] = await viewsOf(this.queries, [row]);
    return view ?? reject('audit.not_found');
  }
}

async function viewsOf(queries: QueryBus, rows: readonly ExportRow[]): Promise<wire.AuditExport[]> {
  const people = await queries.execute(new ReadersOf(rows.map(({ requestedBy }) => requestedBy)));
  const number = (digits: string | null) => (digits === null ? null : Number(digits));
  return rows.map(({ requestedBy, done, total, ...row }) => ({
    ...row,
    requestedBy: { id: requestedBy, name: people.get(requestedBy)?.name ?? '' },
    requestedAt: row.requestedAt.toISOString(),
    progress: { done, total },
    size: number(row.size),
    checkpointSize: number(row.checkpointSize),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}
