import type { Sql } from '@eventstore/record';
import { Policy, type On } from '@kernel/consumers';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import type { DisputeEvent } from '../../../money/disputes';
import { Wanted } from '../commands/wanted';

/** A dispute has a deadline that costs money: whoever has to answer is texted too. */
@Injectable()
@Policy('texts')
export class TextWhenDisputed {
  constructor(
    private readonly jobs: Jobs,
    private readonly wanted: Wanted,
  ) {}

  readonly on: On<DisputeEvent> = {
    DisputeOpened: ({ openedBy, clientId, providerId }, { id }, sql) => {
      const accountId = openedBy === 'client' ? providerId : clientId;
      return this.text(sql, accountId, id);
    },
    DisputeDeadlineNears: async ({ daysLeft, party, clientId, providerId }, { id }, sql) => {
      if (daysLeft > 1) return;
      const accountId = party === 'client' ? clientId : providerId;
      await this.text(sql, accountId, id);
    },
  };

  private async text(sql: Sql, accountId: string, cause: string): Promise<void> {
    if (await this.wanted.isWanted(sql, accountId, 'sms', 'disputes'))
      await this.jobs.add(sql, 'texts', 'disputed', { accountId }, { id: `disputed-${cause}` });
  }
}
