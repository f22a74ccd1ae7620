import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { OnDue, setTimer } from '@kernel/timers';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '@kernel/jobs';
import { Streams } from '@kernel/streams';
import { deposit } from '../domain/deposit';

const kind = 'ask-gateway';
/** When to ask, should no webhook come: seconds after the browser came back. */
const waits = [10, 60, 300, 1_800, 86_400];

/** The browser came back from the checkout: a webhook will follow, and if not, we ask. */
export class WatchDeposit extends Command<void> {
  constructor(readonly depositId: string) {
    super();
  }
}

@CommandHandler(WatchDeposit)
export class WatchDepositHandler implements ICommandHandler<WatchDeposit> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ depositId }: WatchDeposit): Promise<void> {
    const now = this.clock.now().getTime();
    for (const [turn, seconds] of waits.entries()) {
      const dueAt = new Date(now + seconds * 1_000).toISOString();
      await setTimer(this.database, { kind, key: `${depositId}:${turn}`, dueAt });
    }
  }
}

/** The deadline only enqueues: the gateway is never asked inside a transaction. */
@Injectable()
@OnDue(kind)
export class AskWhenDue {
  constructor(
    private readonly jobs: Jobs,
    private readonly streams: Streams,
  ) {}

  async due(key: string, _: Record<string, unknown>, sql: Sql): Promise<void> {
    const [depositId = ''] = key.split(':');
    const { status } = await this.streams.read(deposit, depositId);
    if (status === 'captured') return;
    await this.jobs.add(
      sql,
      'payments',
      'ask',
      { depositId },
      { id: `ask-${key.replace(':', '-')}` },
    );
  }
}
