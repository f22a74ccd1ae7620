import { inject, Service } from '@angular/core';
import { approvalDetail } from '@wire/approvals';
import { precedents } from '@wire/dispute-case';
import {
  candidates,
  consoleCase,
  consoleRows,
  type FindConsole,
  ruled,
  rulingPolicies,
} from '@wire/dispute-console';
import { type DisputeCategory, simulation, type Split } from '@wire/disputes';
import { map, type Observable } from 'rxjs';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';
import type { Deed } from './deeds';

export type ConsoleRow = z.infer<typeof consoleRows>['items'][number];
type Filter = Pick<FindConsole, 'state' | 'category' | 'mine' | 'q'>;

@Service()
export class DisputesApi {
  private readonly api = inject(Api);

  find(filter: Filter, after?: string) {
    const query = { ...filter, after, limit: 50 };
    return this.api.get('/admin/disputes', consoleRows, { query });
  }
  one(id: string) {
    return this.api.get(`/admin/disputes/${id}`, consoleCase);
  }
  candidates(id: string) {
    return this.api.get(`/admin/disputes/${id}/candidates`, candidates);
  }
  simulate(id: string, split: Split) {
    return this.api.post(`/admin/disputes/${id}/simulate`, { split }, simulation);
  }
  precedents(category: DisputeCategory) {
    return this.api.get('/admin/disputes/precedents', precedents, {
      query: { category, limit: 5 },
    });
  }
  policies() {
    return this.api.get('/admin/disputes/policies', rulingPolicies);
  }
  approval(id: string) {
    return this.api.get(`/admin/approvals/${id}`, approvalDetail);
  }
  /** Answers whether a second person has to look at it now. */
  act(id: string, deed: Deed): Observable<{ waits: boolean }> {
    const at = `/admin/disputes/${id}`;
    if (deed.kind === 'rule') {
      return this.api
        .post(`${at}/rule`, deed.input, ruled, { idempotencyKey: deed.key })
        .pipe(map(({ approvalId }) => ({ waits: approvalId !== null })));
    }
    return this.tell(at, deed).pipe(map(() => ({ waits: false })));
  }

  private tell(at: string, deed: Exclude<Deed, { kind: 'rule' }>): Observable<void> {
    switch (deed.kind) {
      case 'assign':
        return this.api.post(`${at}/assign`, { mediatorId: deed.mediatorId }, nothing);
      case 'assign_panel':
        return this.api.post(`${at}/panel`, { memberIds: deed.memberIds }, nothing);
      case 'note':
        return this.api.post(`${at}/notes`, { text: deed.text }, nothing);
      case 'recommend':
      case 'vote':
        return this.api.post(`${at}/${deed.kind}`, deed.input, nothing);
      case 'approve':
      case 'deny': {
        const { kind, approvalId, payloadHash, comment } = deed;
        const body = { payloadHash, comment };
        return this.api.post(`/admin/approvals/${approvalId}/${kind}`, body, nothing);
      }
    }
  }
}
