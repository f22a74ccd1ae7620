import { Policy, type On } from '@kernel/consumers';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import type { PayoutEvent } from '../domain/payouts.events';

@Injectable()
@Policy('submit-when-approved')
export class SubmitWhenApproved {
  constructor(private readonly jobs: Jobs) {}

  readonly on: On<PayoutEvent> = {
    PayoutApproved: ({ payoutId }, _, sql) =>
      this.jobs.add(sql, 'payouts', 'submit', { payoutId }, { id: `submit-${payoutId}` }),
  };
}
