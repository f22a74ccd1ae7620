import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Jobs, takeover } from '@kernel/jobs';
import { beginTimers, OnDue, setTimer } from '@kernel/timers';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { IssueStatement } from './issue-statement';

const kind = 'issue-statements';

/** Months are those of UTC, as in the statement. */
const after = (month: string): Date => {
  const first = new Date(`${month}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + 1);
  return first;
};
const sixMs = 6 * 3_600_000;
const deadline = (month: string) => ({
  kind,
  key: month,
  dueAt: new Date(after(month).getTime() + sixMs).toISOString(),
});

/** On the first of a month at six, the month before gets its statements; each month sets the next. */
@Injectable()
@OnDue(kind)
export class IssueMonthly {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** From the first start on. */
  async follow(): Promise<void> {
    await beginTimers(this.database, deadline(this.clock.now().toISOString().slice(0, 7)));
  }

  /** Sheets are drawn outside of the timer's transaction. A month without a line has none. */
  async due(month: string, _: unknown, sql: Sql): Promise<void> {
    const end = after(month).toISOString();
    const rows = await sql.query<{ id: string }>(
      `select distinct organisation_id as id from org_statement_lines
        where at >= $1 and at < $2 order by id`,
      [`${month}-01T00:00:00Z`, end],
    );
    for (const { id: organisationId } of rows) {
      const id = `statement-${organisationId}-${month}`;
      await this.jobs.add(sql, 'statements', 'issue', { organisationId, month }, { id });
    }
    await setTimer(sql, deadline(end.slice(0, 7)));
  }
}

@Processor('statements', takeover)
export class StatementJobs extends WorkerHost {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  async process({ data }: Job<IssueStatement>): Promise<void> {
    const { organisationId, month } = data;
    await this.context.run({}, () =>
      this.commands.execute(new IssueStatement(organisationId, month)),
    );
  }
}
