import { inject, Service } from '@angular/core';
import { apiKeys, apiKeySecret, type NewApiKey, serviceAccounts } from '@wire/api-keys';
import { created } from '@wire/primitives';
import { forkJoin, map, type Observable } from 'rxjs';
import { Api, nothing } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

const root = '/api-keys';

@Service()
export class ApiKeysApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  all() {
    return forkJoin({
      keys: this.api.get(root, apiKeys).pipe(map(({ items }) => items)),
      services: this.api.get(`${root}/services`, serviceAccounts).pipe(map(({ items }) => items)),
    });
  }
  create(key: NewApiKey) {
    return this.proved((proof) => this.api.post(root, key, apiKeySecret, proof));
  }
  rotate(id: string) {
    return this.proved((proof) => this.api.post(`${root}/${id}/rotate`, {}, apiKeySecret, proof));
  }
  revoke(id: string) {
    return this.api.delete(`${root}/${id}`, nothing);
  }
  openService(name: string) {
    return this.api.post(`${root}/services`, { name }, created);
  }
  closeService(id: string) {
    return this.api.delete(`${root}/services/${id}`, nothing);
  }

  private proved<T>(send: (proof: { stepUp?: string }) => Observable<T>): Observable<T> {
    return this.stepUp.guard('api_key', send, { surely: true });
  }
}
