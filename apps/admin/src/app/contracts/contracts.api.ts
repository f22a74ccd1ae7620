import { inject, Service } from '@angular/core';
import { type ContractState, contractRows, contractView } from '@wire/contracts';
import { projections, streamEvents } from '@wire/operations';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type ContractRow = z.infer<typeof contractRows>['items'][number];

@Service()
export class ContractsApi {
  private readonly api = inject(Api);

  find(q: string, state: ContractState | undefined, after?: string) {
    return this.api.get('/admin/contracts', contractRows, {
      query: { q, state, after, limit: 50 },
    });
  }
  one(id: string) {
    return this.api.get(`/admin/contracts/${id}`, contractView);
  }
  stream(stream: string, after?: string) {
    return this.api.get(`/admin/streams/${stream}`, streamEvents, { query: { after, limit: 50 } });
  }
  projections() {
    return this.api.get('/admin/projections', projections);
  }
}
