import type { Sql } from '@eventstore/record';
import type { RetentionRule } from '@wire/retention';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What is kept for how long, why, and what happened last night? */
export class Retention extends Query<{ items: RetentionRule[] }> {}

type Row = Omit<RetentionRule, 'since' | 'lastRun'> & {
  readonly at: Date;
  readonly ran_at: Date | null;
  readonly gone: number | null;
};

/** The rules as they are now: the latest version of each. */
export async function rulesNow(sql: Sql): Promise<RetentionRule[]> {
  const rows = await sql.query<Row>(
    `select r.kind, r.version, r.years, r.basis, r.action, r.at, l.at as ran_at, l.gone
      from (select distinct on (kind) * from retention_rules order by kind, version desc) r
      left join lateral (select at, gone from retention_runs n where n.kind = r.kind
        order by day desc limit 1) l on true
      order by r.kind`,
  );
  return rows.map(({ at, ran_at: ranAt, gone, ...rule }) => ({
    ...rule,
    since: new Date(at).toISOString(),
    lastRun: ranAt === null ? null : { at: new Date(ranAt).toISOString(), gone: gone ?? 0 },
  }));
}

@QueryHandler(Retention)
export class RetentionHandler implements IQueryHandler<Retention> {
  constructor(private readonly database: Database) {}

  async execute(): Promise<{ items: RetentionRule[] }> {
    return { items: await rulesNow(this.database) };
  }
}
