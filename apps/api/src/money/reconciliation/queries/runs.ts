import type * as wire from '@wire/reconciliation';
import { day as dayText } from '@wire/reconciliation';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

interface Row {
  gateway: wire.Gateway;
  date: string;
  at: Date;
  statement_hash: string | null;
  refusal: string | null;
  lines: number;
  matched: number;
  breaks: number;
  totals: wire.ReconciliationRun['totals'];
}

const keys = z.tuple([dayText, z.string().max(40)]);

/** Which days were compared, the latest day first. */
export class FindRuns extends Query<z.infer<typeof wire.runs>> {
  constructor(readonly filter: z.infer<typeof wire.findRuns>) {
    super();
  }
}

@QueryHandler(FindRuns)
export class FindRunsHandler implements IQueryHandler<FindRuns> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { gateway, after, limit } }: FindRuns) {
    const [date, name] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select gateway, to_char(date, 'YYYY-MM-DD') as date, at, statement_hash, refusal, lines,
          matched, breaks, totals from recon_runs
        where ($1::text is null or gateway = $1)
          and ($2::date is null or (date, gateway) < ($2, $3::text))
        order by recon_runs.date desc, gateway desc limit $4`,
      [gateway ?? null, date, name, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (last) => [last.date, last.gateway]);
    return { items: items.map(toRun), next };
  }
}

const toRun = ({ statement_hash: statementHash, at, ...row }: Row): wire.ReconciliationRun => ({
  ...row,
  at: at.toISOString(),
  statementHash,
});
