import { inject, Service } from '@angular/core';
import { accountDetail, accountRows } from '@wire/accounts';
import type { Role } from '@wire/permissions';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

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
}
