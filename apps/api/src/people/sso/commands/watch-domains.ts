import type { Sql } from '@eventstore/record';
import { dayOf, daysAfter } from '@kernel/business-days';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Jobs, takeover } from '@kernel/jobs';
import { beginTimers, morningAfter, OnDue, setTimer } from '@kernel/timers';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { LookAgain } from './look-again';

const kind = 'sso-domains';

const deadline = morningAfter(kind, 4);

/** At four every morning each proved domain is looked up again; each morning sets the next. */
@Injectable()
@OnDue(kind)
export class WatchDomains {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** From the first start on. */
  async follow(): Promise<void> {
    await beginTimers(this.database, deadline(dayOf(this.clock.now())));
  }

  /** Nobody's DNS is asked inside of the timer's transaction. */
  async due(day: string, _: unknown, sql: Sql): Promise<void> {
    const rows = await sql.query<{ id: string }>(
      'select id from org_domains where verified_at is not null order by id',
    );
    for (const { id: domainId } of rows)
      await this.jobs.add(
        sql,
        'domains',
        'look',
        { domainId },
        { id: `domain-${domainId}-${day}` },
      );
    await setTimer(sql, deadline(daysAfter(day, 1)));
  }
}

@Processor('domains', takeover)
export class DomainJobs extends WorkerHost {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  process({ data }: Job<LookAgain>): Promise<void> {
    return this.context.run({}, () => this.commands.execute(new LookAgain(data.domainId)));
  }
}
