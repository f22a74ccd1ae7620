import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ReadersOf } from '../../accounts';
import { obstacles } from '../domain/erasure';
import { againMs } from '../domain/own-requests';
import { standingOf } from '../queries/standing';
import { ErasePerson } from './erase-person';

/** The kinds of deadlines of a deletion: the last warning, and the day itself. */
export const deletionNear = 'privacy-deletion-near';
export const deletionDue = 'privacy-deletion-due';

interface Wish {
  readonly account_id: string;
  readonly due_at: Date;
}

/** Still wanted? A timer that was cancelled a moment too late finds nothing. */
async function wishOf(sql: Sql, requestId: string): Promise<Wish | undefined> {
  const [wish] = await sql.query<Wish>(
    `select account_id, due_at from deletion_requests where id = $1 and state = 'scheduled'`,
    [requestId],
  );
  return wish;
}

/** The last moment to think again. */
@Injectable()
@OnDue(deletionNear)
export class WarnOfDeletion {
  constructor(private readonly facts: Facts) {}

  async due(requestId: string, _: unknown, sql: Sql): Promise<void> {
    const wish = await wishOf(sql, requestId);
    if (!wish) return;
    const { account_id: accountId, due_at: dueAt } = wish;
    const fact = { accountId, requestId, dueAt: dueAt.toISOString() };
    const told = [about('privacy', accountId, 'DeletionNear', fact)];
    await this.facts.commit(() => Promise.resolve({ told }));
  }
}

/** The thirty days are over: erased, or tried again tomorrow while something stands in the way. */
@Injectable()
@OnDue(deletionDue)
export class RunDeletion {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async due(key: string, _: unknown, sql: Sql): Promise<void> {
    const [requestId = '', turn = '0'] = key.split(':');
    const wish = await wishOf(sql, requestId);
    if (!wish) return;
    const { account_id: accountId } = wish;
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const { standing } = await standingOf(sql, accountId, people.get(accountId)?.roles ?? []);
    const found = obstacles(standing);
    if (found.length > 0)
      return this.postpone(accountId, `${requestId}:${Number(turn) + 1}`, found);
    await this.commands.execute(new ErasePerson(accountId, requestId, true));
    await this.facts.commit(async (_em, inside) => {
      await inside.query(
        `update deletion_requests set state = 'done', ended_at = $2 where id = $1`,
        [requestId, this.clock.now().toISOString()],
      );
      return { told: [about('privacy', accountId, 'DeletionDone', { accountId, requestId })] };
    });
  }

  private async postpone(
    accountId: string,
    key: string,
    found: ReturnType<typeof obstacles>,
  ): Promise<void> {
    const [requestId = ''] = key.split(':');
    const dueAt = new Date(this.clock.now().getTime() + againMs).toISOString();
    await this.facts.commit(async (_, sql) => {
      await sql.query('update deletion_requests set obstacles = $2, due_at = $3 where id = $1', [
        ...[requestId, found, dueAt],
      ]);
      await setTimer(sql, { kind: deletionDue, key, dueAt });
      const fact = { accountId, requestId, obstacles: found, dueAt };
      return { told: [about('privacy', accountId, 'DeletionPostponed', fact)] };
    });
  }
}
