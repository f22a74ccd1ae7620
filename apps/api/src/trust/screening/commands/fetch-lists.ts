import type { Sql } from '@eventstore/record';
import { listSource } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Jobs, takeover } from '@kernel/jobs';
import { beginTimers, OnDue, setTimer } from '@kernel/timers';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { ListPublishers } from '../adapters/list-publishers';
import { FetchList } from './fetch-list';

const kind = 'screening-fetch';

/** One o'clock at night, UTC: what changed is known before everybody is screened at two. */
function nextFetch(now: Date): string {
  const night = new Date(now);
  night.setUTCHours(1, 0, 0, 0);
  if (night <= now) night.setUTCDate(night.getUTCDate() + 1);
  return night.toISOString();
}

/** Every night each list that has an address is asked for; each night sets the next. */
@Injectable()
@OnDue(kind)
export class FetchLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly publishers: ListPublishers,
  ) {}

  /** From the first start on. */
  async follow(): Promise<void> {
    await beginTimers(this.database, this.next());
  }

  /** Publishers are asked outside of the timer's transaction. */
  async due(day: string, _: unknown, sql: Sql): Promise<void> {
    for (const source of listSource.options)
      if (this.publishers.addressOf(source) !== undefined)
        await this.jobs.add(sql, 'lists', 'fetch', { source }, { id: `list-${source}-${day}` });
    await setTimer(sql, this.next());
  }

  private next() {
    const dueAt = nextFetch(this.clock.now());
    return { kind, key: dueAt.slice(0, 10), dueAt };
  }
}

@Processor('lists', takeover)
export class FetchListJobs extends WorkerHost {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  async process({ data }: Job<FetchList>): Promise<void> {
    await this.context.run({}, () => this.commands.execute(new FetchList(data.source)));
  }
}
