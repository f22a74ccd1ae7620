import { inject, Service } from '@angular/core';
import { type ApprovalDetail, approvalDetail, proposed } from '@wire/approvals';
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
  prepare(id: string, reason: string) {
    return this.api.post(`/admin/payouts/${id}/prepare`, { reason }, proposed);
  }
  /** The request that a second person decides, with the input that would be run. */
  request(approvalId: string) {
    return this.api.get(`/admin/approvals/${approvalId}`, approvalDetail);
  }
  answer(
    { id, payloadHash }: ApprovalDetail,
    verdict: Exclude<Decision, 'prepare'>,
    comment: string,
  ) {
    const way = verdict === 'approve' ? 'approve' : 'deny';
    return this.api.post(`/admin/approvals/${id}/${way}`, { payloadHash, comment }, nothing);
  }
}
