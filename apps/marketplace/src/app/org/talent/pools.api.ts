import { inject, Service } from '@angular/core';
import { jobRows } from '@wire/jobs';
import { created } from '@wire/primitives';
import {
  type ChangePool,
  type InvitePool,
  type KeepProvider,
  type NewPool,
  poolInvited,
  pools,
  poolView,
} from '@wire/talent';
import { Api, nothing } from '@ui/app/api';

export interface InPool {
  readonly q?: string | undefined;
  readonly tag?: string | undefined;
  readonly sort?: string | undefined;
}

@Service()
export class PoolsApi {
  private readonly api = inject(Api);

  pools(organisationId?: string) {
    return this.api.get('/pools', pools, { query: { organisationId } });
  }
  open(input: NewPool) {
    return this.api.post('/pools', input, created);
  }
  pool(id: string, filter: InPool) {
    return this.api.get(`/pools/${id}`, poolView, { query: { ...filter } });
  }
  change(id: string, to: ChangePool) {
    return this.api.put(`/pools/${id}`, to, nothing);
  }
  close(id: string) {
    return this.api.delete(`/pools/${id}`, nothing);
  }
  keep(id: string, providerId: string, words: KeepProvider) {
    return this.api.put(`/pools/${id}/providers/${providerId}`, words, nothing);
  }
  drop(id: string, providerId: string) {
    return this.api.delete(`/pools/${id}/providers/${providerId}`, nothing);
  }
  invite(id: string, input: InvitePool) {
    return this.api.post(`/pools/${id}/invitations`, input, poolInvited);
  }
  openJobs() {
    return this.api.get('/jobs/mine', jobRows, { query: { status: 'published', limit: 100 } });
  }
}
