import type { Sql } from '@eventstore/record';
import { gateway } from '@wire/reconciliation';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Jobs, takeover } from '@kernel/jobs';
import { beginTimers, morningAfter, OnDue, setTimer } from '@kernel/timers';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { dayOf, daysAfter } from '@kernel/business-days';
import { CheckControls } from './check-controls';
import { RunScheduled } from './run-reconciliation';

const kind = 'reconcile-day';
const everyMs = 60_000;

const deadline = morningAfter(kind, 6);

/** Each day is compared at six on the next morning; each fires the timer of the one after it. */
@Injectable()
@OnDue(kind)
export class DailyRuns implements OnApplicationShutdown {
  private readonly logger = new Logger(DailyRuns.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
  ) {}

  /** From the first start on. Control accounts are looked at each minute. */
  async follow(): Promise<void> {
    await beginTimers(this.database, deadline(dayOf(this.clock.now())));
    this.timer = setInterval(() => {
      this.context.run({}, () => {
        this.commands.execute(new CheckControls()).catch((error: unknown) => {
          this.logger.warn(`the control accounts wait: ${(error as Error).message}`);
        });
      });
    }, everyMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Partners are asked outside of the timer's transaction. */
  async due(day: string, _: unknown, sql: Sql): Promise<void> {
    for (const one of gateway.options) {
      const work = { gateway: one, day };
      await this.jobs.add(sql, 'reconciliation', 'run', work, { id: `recon-${one}-${day}` });
    }
    await setTimer(sql, deadline(daysAfter(day, 1)));
  }
}

@Processor('reconciliation', takeover)
export class ReconciliationJobs extends WorkerHost {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  process({ data }: Job<RunScheduled>): Promise<void> {
    const { gateway, day } = data;
    return this.context.run({}, () => this.commands.execute(new RunScheduled(gateway, day)));
  }
}
