import { inject, Service } from '@angular/core';
import type { Currency } from '@money';
import { proposed } from '@wire/approvals';
import { contractRows, contractView } from '@wire/contracts';
import { type HoldEscrow, holdRows, radarRows, walletRestrictions } from '@wire/holds';
import { created } from '@wire/primitives';
import { map } from 'rxjs';
import { Api } from '@ui/app/api';

@Service()
export class HoldsApi {
  private readonly api = inject(Api);

  find(open: boolean | undefined, after?: string) {
    return this.api.get('/admin/holds', holdRows, { query: { open, after, limit: 50 } });
  }
  radar(within: number | undefined, currency: Currency, after?: string) {
    const query = { within, currency, after, limit: 50 };
    return this.api.get('/admin/holds/radar', radarRows, { query });
  }
  wallets(after?: string) {
    const query = { after, limit: 50 };
    return this.api.get('/admin/wallets/restrictions', walletRestrictions, { query });
  }
  contracts(q: string) {
    return this.api.get('/admin/contracts', contractRows, { query: { q, limit: 5 } });
  }
  contract(id: string) {
    return this.api.get(`/admin/contracts/${id}`, contractView);
  }
  /** One person of compliance is enough. */
  hold(wish: HoldEscrow, idempotencyKey: string) {
    return this.api.post('/admin/holds', wish, created, { idempotencyKey }).pipe(map(() => null));
  }
  lift(holdId: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`/admin/holds/${holdId}/lift`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
