import type * as wire from '@wire/operations';
import { Consumers } from '@kernel/consumers';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

type Row = z.infer<typeof wire.projections>['items'][number];

/** Which read models are behind, and why? Counts the facts of their kinds after their checkpoints. */
export class Projections extends Query<{ items: Row[] }> {}

@QueryHandler(Projections)
export class ProjectionsHandler implements IQueryHandler<Projections> {
  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
  ) {}

  async execute(): Promise<{ items: Row[] }> {
    const items = await this.database.query<Omit<Row, 'isRebuildable'>>(
      `select c.name, coalesce(waiting.count, 0)::int as "behindEvents",
        coalesce(extract(epoch from clock_timestamp() - waiting.oldest), 0)::float8 as "behindSeconds",
        c.xid::text || ':' || c.pos as checkpoint, c.error, c.updated_at::text as "updatedAt"
       from record.consumers c left join lateral (
         select count(*) as count, min(e.recorded_at) as oldest from (
           select recorded_at from record.events e
            where (e.xid, e.pos) > (c.xid, c.pos) and e.type = any(c.types) limit 10000) e
       ) waiting on true order by c.name`,
    );
    const readModels = this.consumers.all().filter(({ tables = [] }) => tables.length > 0);
    const names = new Set(readModels.map(({ name }) => name));
    return { items: items.map((row) => ({ ...row, isRebuildable: names.has(row.name) })) };
  }
}
