import type * as wire from '@wire/operations';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

type Item = z.infer<typeof wire.rebuilds>['items'][number];
type Row = Omit<Item, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null };

const most = 100;

/** Which read models were built anew, newest first? */
export class RebuildsOf extends Query<z.infer<typeof wire.rebuilds>> {}

@QueryHandler(RebuildsOf)
export class RebuildsOfHandler implements IQueryHandler<RebuildsOf> {
  constructor(private readonly database: Database) {}

  async execute(): Promise<{ items: Item[] }> {
    const rows = await this.database.query<Row>(
      `select id, projection, state, events::float8 as events, total::float8 as total,
        events_per_second as "eventsPerSecond", differences::float8 as differences, error,
        started_at as "startedAt", ended_at as "endedAt"
       from projection_rebuilds order by started_at desc limit $1`,
      [most],
    );
    const items = rows.map(({ startedAt, endedAt, ...row }) => ({
      ...row,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
    return { items };
  }
}
