import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { cancelTimer, setTimer } from '@kernel/timers';
import type { Deletion } from '@wire/own-privacy';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ReadersOf, StepUp } from '../../accounts';
import { erasable } from '../domain/erasure';
import { graceMs, lastWordMs } from '../domain/own-requests';
import { standingOf } from '../queries/standing';
import { deletionDue, deletionNear } from './run-deletion';

/** The actor wants their account deleted, thirty days from now. Rejects with what stands in the way. */
export class AskDeletion extends Command<Deletion> {}

/** The actor thought again. Rejects privacy.no_deletion. */
export class CancelDeletion extends Command<void> {}

@CommandHandler(AskDeletion)
export class AskDeletionHandler implements ICommandHandler<AskDeletion> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly stepUp: StepUp,
  ) {}

  async execute(): Promise<Deletion> {
    this.stepUp.require('delete_account');
    const { id: accountId } = this.context.actor;
    const { roles = [] } =
      (await this.queries.execute(new ReadersOf([accountId]))).get(accountId) ?? {};
    const now = this.clock.now();
    const requestId = randomUUIDv7();
    const dueAt = new Date(now.getTime() + graceMs).toISOString();
    const nearAt = new Date(now.getTime() + graceMs - lastWordMs).toISOString();
    return this.facts.commit(async (_, sql) => {
      const { standing } = await standingOf(sql, accountId, roles);
      erasable(standing);
      const [row] = await sql.query(
        `insert into deletion_requests (id, account_id, state, asked_at, due_at)
          values ($1, $2, 'scheduled', $3, $4)
          on conflict (account_id) where state = 'scheduled' do nothing returning id`,
        [requestId, accountId, now.toISOString(), dueAt],
      );
      if (!row) reject('privacy.deletion_scheduled');
      await setTimer(sql, { kind: deletionNear, key: requestId, dueAt: nearAt });
      await setTimer(sql, { kind: deletionDue, key: requestId, dueAt });
      const fact = { accountId, requestId, dueAt };
      const told = [about('privacy', accountId, 'DeletionScheduled', fact)];
      return { told, answer: { id: requestId, askedAt: now.toISOString(), dueAt } };
    });
  }
}

@CommandHandler(CancelDeletion)
export class CancelDeletionHandler implements ICommandHandler<CancelDeletion> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const { id: accountId } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ id: string }>(
        `update deletion_requests set state = 'cancelled', ended_at = $2
          where account_id = $1 and state = 'scheduled' returning id`,
        [accountId, this.clock.now().toISOString()],
      );
      if (!row) return reject('privacy.no_deletion');
      await cancelTimer(sql, deletionNear, row.id);
      await cancelTimer(sql, deletionDue, row.id);
      const fact = { accountId, requestId: row.id };
      return { told: [about('privacy', accountId, 'DeletionCancelled', fact)] };
    });
  }
}
