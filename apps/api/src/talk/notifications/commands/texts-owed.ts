import type { Sql } from '@eventstore/record';
import { Jobs } from '@kernel/jobs';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { afterRest } from '../../texts';
import { Wanted } from './wanted';

interface Owed {
  readonly accountId: string;
  readonly contractId: string;
  readonly disputeId: string;
  /** What they have to do. */
  readonly step: 'answer' | 'appeal';
}

/** Asks for texts about disputes: of who chose them, and nobody else. */
@Injectable()
@OnDue(afterRest)
export class TextsOwed {
  constructor(
    private readonly jobs: Jobs,
    private readonly wanted: Wanted,
  ) {}

  async disputed(sql: Sql, id: string, owed: Owed): Promise<void> {
    if (await this.wanted.isWanted(sql, owed.accountId, 'sms', 'disputes'))
      await this.jobs.add(sql, 'texts', 'disputed', { ...owed }, { id });
  }

  /** Quiet hours are over; whoever chose otherwise in the night is not texted in the morning. */
  due(id: string, owed: Record<string, unknown>, sql: Sql): Promise<void> {
    return this.disputed(sql, id, owed as unknown as Owed);
  }
}
