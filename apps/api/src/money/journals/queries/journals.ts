import type * as wire from '@wire/journals';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

interface Row {
  id: string;
  approval_id: string;
  legs: wire.JournalRow['legs'];
  effective_at: Date;
  posted_at: Date;
  late_for: string | null;
  reversed_at: Date | null;
}

const keys = z.tuple([instant, z.uuid()]);

/** What people posted by hand, newest first. */
export class FindJournals extends Query<z.infer<typeof wire.journalRows>> {
  constructor(readonly filter: z.infer<typeof wire.findJournals>) {
    super();
  }
}

@QueryHandler(FindJournals)
export class FindJournalsHandler implements IQueryHandler<FindJournals> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { after, limit } }: FindJournals) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select * from manual_journals
        where ($1::timestamptz is null or (posted_at, id) < ($1, $2::uuid))
        order by posted_at desc, id desc limit $3`,
      [at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.posted_at.toISOString(), last.id]);
    const items = page.items.map((row) => ({
      id: row.id,
      approvalId: row.approval_id,
      legs: row.legs,
      effectiveAt: row.effective_at.toISOString(),
      postedAt: row.posted_at.toISOString(),
      lateFor: row.late_for,
      reversedAt: row.reversed_at?.toISOString() ?? null,
    }));
    return { items, next: page.next };
  }
}

interface Closed {
  period: string;
  closed_at: Date;
  approval_id: string;
  trial_balance_hash: string;
  accounts: number;
}

/** Which months are closed, the latest first. */
export class ClosedPeriods extends Query<z.infer<typeof wire.closedPeriods>> {}

@QueryHandler(ClosedPeriods)
export class ClosedPeriodsHandler implements IQueryHandler<ClosedPeriods> {
  constructor(private readonly database: Database) {}

  async execute() {
    const rows = await this.database.query<Closed>(
      'select * from closed_periods order by period desc limit 120',
    );
    const items = rows.map((row) => ({
      period: row.period,
      closedAt: row.closed_at.toISOString(),
      approvalId: row.approval_id,
      trialBalanceHash: row.trial_balance_hash,
      accounts: row.accounts,
    }));
    return { items };
  }
}
