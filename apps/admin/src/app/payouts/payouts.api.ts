import { inject, Service } from '@angular/core';
import { adminPayouts, type PayoutState } from '@wire/payouts';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';
import type { Decision } from './who-may';

export type PayoutRow = z.infer<typeof adminPayouts>['items'][number];

@Service()
export class PayoutsApi {
  private readonly api = inject(Api);

  all(state: PayoutState | undefined, after?: string) {
    return this.api.get('/admin/payouts', adminPayouts, { query: { state, after, limit: 50 } });
  }
  decide(id: string, decision: Decision, note: string) {
    return this.api.post(`/admin/payouts/${id}/${decision}`, { note }, nothing);
  }
}
