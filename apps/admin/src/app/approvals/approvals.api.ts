import { inject, Service } from '@angular/core';
import { approvalDetail, approvalRows, type ApprovalState } from '@wire/approvals';
import { Api, nothing } from '@ui/app/api';

export type Show = 'waiting' | 'mine' | 'all';
export type Verdict = 'approve' | 'deny';

interface Filter {
  show: Show;
  state: ApprovalState | undefined;
  action: string | undefined;
}

@Service()
export class ApprovalsApi {
  private readonly api = inject(Api);

  find(filter: Filter, after?: string) {
    const query = { ...filter, after, limit: 50 };
    return this.api.get('/admin/approvals', approvalRows, { query });
  }
  one(id: string) {
    return this.api.get(`/admin/approvals/${id}`, approvalDetail);
  }
  decide(id: string, verdict: Verdict, payloadHash: string, comment: string) {
    return this.api.post(`/admin/approvals/${id}/${verdict}`, { payloadHash, comment }, nothing);
  }
}
