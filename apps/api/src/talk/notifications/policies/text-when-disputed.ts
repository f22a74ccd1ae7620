import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import type { DisputeEvent } from '../../../money/disputes';
import { TextsOwed } from '../commands/texts-owed';

/** A dispute has a deadline that costs money: whoever has to answer is texted too. */
@Injectable()
@Policy('texts')
export class TextWhenDisputed {
  constructor(private readonly texts: TextsOwed) {}

  readonly on: On<DisputeEvent> = {
    DisputeOpened: async ({ openedBy, ...dispute }, { id }, sql) => {
      const { contractId, disputeId, clientId, providerId } = dispute;
      const accountId = openedBy === 'client' ? providerId : clientId;
      const owed = { accountId, contractId, disputeId, step: 'answer' } as const;
      await this.texts.disputed(sql, `disputed-${id}`, owed);
    },
    DisputeDeadlineNears: async ({ daysLeft, party, step, ...dispute }, { id }, sql) => {
      if (daysLeft > 1) return;
      const { contractId, disputeId, clientId, providerId } = dispute;
      const accountId = party === 'client' ? clientId : providerId;
      const owed = { accountId, contractId, disputeId, step };
      await this.texts.disputed(sql, `disputed-${id}`, owed);
    },
  };
}
