import { inject, Service } from '@angular/core';
import {
  addedIpRule,
  type AddIpRule,
  type IpRule,
  ipRules,
  limits,
  reports,
  secrets,
} from '@wire/surface';
import { map, type Observable } from 'rxjs';
import { Api, newKey, nothing } from '@ui/app/api';

@Service()
export class SurfaceApi {
  private readonly api = inject(Api);

  rules(state: IpRule['state'] | undefined, after?: string) {
    return this.api.get('/admin/ip-rules', ipRules, { query: { state, after, limit: 50 } });
  }
  /** Answers the approval that a wide rule waits for, null when it holds already. */
  add(rule: AddIpRule, idempotencyKey: string): Observable<string | null> {
    return this.api
      .post('/admin/ip-rules', rule, addedIpRule, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  lift(id: string) {
    return this.api.post(`/admin/ip-rules/${id}/lift`, {}, nothing, { idempotencyKey: newKey() });
  }
  limits() {
    return this.api.get('/admin/limits', limits);
  }
  reports(after?: string) {
    return this.api.get('/admin/reports', reports, { query: { after, limit: 50 } });
  }
  secrets() {
    return this.api.get('/admin/secrets', secrets);
  }
}
