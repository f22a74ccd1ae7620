import { inject, Service } from '@angular/core';
import { proposed } from '@wire/approvals';
import { created } from '@wire/primitives';
import * as wire from '@wire/screening';
import { links } from '@wire/screening-links';
import { map } from 'rxjs';
import { Api, nothing } from '@ui/app/api';

const root = '/admin/screening';

@Service()
export class RiskApi {
  private readonly api = inject(Api);

  alerts(filter: { state?: string; kind?: string }, after?: string) {
    return this.api.get(`${root}/alerts`, wire.alertRows, {
      query: { ...filter, after, limit: 50 },
    });
  }
  one(id: string) {
    return this.api.get(`${root}/cases/${id}`, wire.caseDetail);
  }
  links(id: string) {
    return this.api.get(`${root}/cases/${id}/links`, links);
  }
  wait(id: string, note: string) {
    return this.api.post(`${root}/cases/${id}/wait`, { note }, nothing).pipe(map(() => null));
  }
  resolve(id: string, input: wire.ResolveCase, idempotencyKey: string) {
    return this.api
      .post(`${root}/cases/${id}/resolve`, input, wire.resolution, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  draft(id: string) {
    return this.api.post(`${root}/cases/${id}/report`, {}, created);
  }
  report(id: string) {
    return this.api.get(`${root}/reports/${id}`, wire.report);
  }
  write(id: string, narrative: string) {
    return this.api.put(`${root}/reports/${id}`, { narrative }, nothing);
  }
  file(id: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`${root}/reports/${id}/file`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  lists() {
    return this.api.get(`${root}/lists`, wire.lists);
  }
  fetch(source: wire.ListSource) {
    return this.api.post(`${root}/lists/${source}/fetch`, {}, wire.listAsked);
  }
  rules() {
    return this.api.get(`${root}/rules`, wire.rules);
  }
  change(rule: wire.ChangeRule) {
    return this.api.post(`${root}/rules`, rule, nothing);
  }
  trial(rule: wire.ChangeRule) {
    return this.api.post(`${root}/rules/backtest`, rule, wire.backtest);
  }
}
