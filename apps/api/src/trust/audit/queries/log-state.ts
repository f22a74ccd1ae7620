import { Database } from '@kernel/database';
import type * as wire from '@wire/audit';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { LogKeys } from '../adapters/log-keys';
import { checkpointOf } from '../adapters/log-rows';

/** How far is the log, and who has witnessed it? */
export class LogState extends Query<z.infer<typeof wire.logState>> {}

@QueryHandler(LogState)
export class LogStateHandler implements IQueryHandler<LogState> {
  constructor(
    private readonly database: Database,
    private readonly keys: LogKeys,
  ) {}

  async execute() {
    const [counts] = await this.database.query<{ leaves: string; waiting: number }>(
      `with last as (select n + 1 as leaves, xid, pos from record.tlog_leaves order by n desc limit 1)
       select coalesce((select leaves from last), 0) as leaves, (select count(*)::int from (
         select from record.events e where (e.xid, e.pos) > (
           coalesce((select xid from last), '0'::xid8), coalesce((select pos from last), 0))
         limit 100000) w) as waiting`,
    );
    const checkpoint = await checkpointOf(this.database, 'newest');
    const { origin, current, witnesses } = this.keys;
    return {
      origin,
      vkey: current.vkey,
      leaves: Number(counts?.leaves ?? 0),
      waiting: counts?.waiting ?? 0,
      checkpoint: checkpoint && {
        size: checkpoint.size,
        root: checkpoint.root.toString('base64'),
        at: checkpoint.at.toISOString(),
      },
      witnesses: await Promise.all(witnesses.map(({ name }) => this.lastOf(name))),
    };
  }

  private async lastOf(name: string) {
    const [row] = await this.database.query<{ size: string; at: Date }>(
      'select size, at from record.tlog_cosignatures where name = $1 order by size desc limit 1',
      [name],
    );
    return { name, size: row ? Number(row.size) : null, at: row?.at.toISOString() ?? null };
  }
}
