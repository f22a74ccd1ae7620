import { inject, Service } from '@angular/core';
import { revealable, revealed, reveals, roleChange, viewingBegun } from '@wire/access';
import { accountDetail, accountRows, type SuspendAccount } from '@wire/accounts';
import { proposed } from '@wire/approvals';
import { type RestrictWallet, walletRestrictions } from '@wire/holds';
import type { Role } from '@wire/permissions';
import type { ProposeRoles } from '@wire/roles';
import { map } from 'rxjs';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type Field = (typeof revealable.Account)[number];
export type UserRow = z.infer<typeof accountRows>['items'][number];

@Service()
export class UsersApi {
  private readonly api = inject(Api);

  find(q: string, role: Role | undefined, after?: string) {
    return this.api.get('/admin/accounts', accountRows, { query: { q, role, after, limit: 50 } });
  }
  one(id: string) {
    return this.api.get(`/admin/accounts/${id}`, accountDetail);
  }
  proposeRoles(id: string, wish: ProposeRoles, idempotencyKey: string) {
    return this.api
      .post(`/admin/accounts/${id}/roles`, wish, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  /** What would be different before it is asked for. */
  roleChange(accountId: string, roles: readonly Role[]) {
    const query = { accountId, roles: roles.join(',') };
    return this.api.get('/admin/roles/change', roleChange, { query });
  }
  /** Until when something of this person is shown to me. */
  revealedUntil(id: string) {
    return this.api
      .get('/admin/reveals', reveals)
      .pipe(map(({ items }) => ({ until: items.find((one) => one.id === id)?.until ?? null })));
  }
  reveal(id: string, fields: readonly Field[], reason: string) {
    return this.api.post('/admin/reveals', { subject: 'Account', id, fields, reason }, revealed);
  }
  view(accountId: string, reason: string) {
    return this.api.post('/admin/viewings', { accountId, reason }, viewingBegun);
  }
  /** One person is enough, to close an account and to open it again. */
  suspend(id: string, wish: SuspendAccount) {
    return this.api.post(`/admin/accounts/${id}/suspend`, wish, nothing).pipe(map(() => null));
  }
  reinstate(id: string, note: string) {
    return this.api
      .post(`/admin/accounts/${id}/reinstate`, { note }, nothing)
      .pipe(map(() => null));
  }
  endSessions(id: string) {
    return this.api.delete(`/admin/accounts/${id}/sessions`, nothing);
  }
  restriction(accountId: string) {
    return this.api
      .get('/admin/wallets/restrictions', walletRestrictions, { query: { accountId } })
      .pipe(map(({ items }) => ({ restricted: items[0] ?? null })));
  }
  /** One person of compliance is enough. */
  restrict(accountId: string, wish: RestrictWallet) {
    return this.api
      .post(`/admin/wallets/${accountId}/restrict`, wish, nothing)
      .pipe(map(() => null));
  }
  unrestrict(accountId: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`/admin/wallets/${accountId}/unrestrict`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
