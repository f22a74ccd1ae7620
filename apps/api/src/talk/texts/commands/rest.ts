import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ReadersOf } from '../../../people/accounts';
import { quietHoursOf } from '../adapters/quiet-hours';
import { quietUntil } from '../domain/quiet';

/**
 * The kind of deadline at which quiet hours end for a text. Who asked for the text hears it, because
 * they know whether it is still wanted; its key is the id of a new job.
 */
export const afterRest = 'text-after-rest';

interface Waiting {
  readonly accountId: string;
  /** The job that it was asked for with. */
  readonly id: string;
}

/** Text notifications wait for the end of their reader's quiet hours. */
@Injectable()
export class Rest {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  /** True when it waits now: it is asked for again when the hours are over. */
  async holds({ id, ...payload }: Waiting): Promise<boolean> {
    const { accountId } = payload;
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    if (!reader) return false;
    const hours = await quietHoursOf(this.database, accountId);
    const until = quietUntil(this.clock.now(), hours, reader.timeZone);
    if (!until) return false;
    const key = `${id}-at-${String(until.getTime())}`;
    await setTimer(this.database, { kind: afterRest, key, dueAt: until.toISOString(), payload });
    return true;
  }
}
