import { inject, Service } from '@angular/core';
import { approvalRows } from '@wire/approvals';
import { holdRows } from '@wire/holds';
import { trialBalance } from '@wire/ledger';
import { projections, queues } from '@wire/operations';
import { adminPayouts } from '@wire/payouts';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type WaitingPayout = z.infer<typeof adminPayouts>['items'][number];

@Service()
export class HomeApi {
  private readonly api = inject(Api);

  payouts() {
    const query = { state: 'awaiting_approval', limit: 100 };
    return this.api.get('/admin/payouts', adminPayouts, { query });
  }
  approvals() {
    return this.api.get('/admin/approvals', approvalRows, {
      query: { show: 'waiting', limit: 50 },
    });
  }
  holds() {
    return this.api.get('/admin/holds', holdRows, { query: { open: true, limit: 50 } });
  }
  trialBalance() {
    return this.api.get('/admin/ledger/trial-balance', trialBalance);
  }
  queues() {
    return this.api.get('/admin/queues', queues);
  }
  projections() {
    return this.api.get('/admin/projections', projections);
  }
}
