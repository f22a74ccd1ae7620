import { inject, Service } from '@angular/core';
import { elevationAsked, elevationBegun, elevations } from '@wire/access';
import type { Elevation } from '@wire/access';
import { map } from 'rxjs';
import { Api, nothing } from '@ui/app/api';

@Service()
export class ElevationsApi {
  private readonly api = inject(Api);

  find(state: Elevation['state'] | undefined, after?: string) {
    return this.api.get('/admin/elevations', elevations, { query: { state, after, limit: 50 } });
  }
  ask(role: string, reason: string, idempotencyKey: string) {
    return this.api
      .post('/admin/elevations', { role, reason }, elevationAsked, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  breakGlass(role: string, reason: string) {
    return this.api
      .post('/admin/break-glass', { role, reason }, elevationBegun)
      .pipe(map(() => null));
  }
  giveBack(id: string) {
    return this.api.post(`/admin/elevations/${id}/end`, {}, nothing);
  }
}
