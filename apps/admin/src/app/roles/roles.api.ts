import { inject, Service } from '@angular/core';
import { roleChange, roleDetail, roleRows, whoMay, whyMay } from '@wire/access';
import type { Action, Role, Subject } from '@wire/permissions';
import { Api } from '@ui/app/api';

@Service()
export class RolesApi {
  private readonly api = inject(Api);

  all() {
    return this.api.get('/admin/roles', roleRows);
  }
  one(role: string) {
    return this.api.get(`/admin/roles/${role}`, roleDetail);
  }
  change(accountId: string, roles: readonly Role[]) {
    const query = { accountId, roles: roles.join(',') };
    return this.api.get('/admin/roles/change', roleChange, { query });
  }
  who(action: Action, subject: Subject) {
    return this.api.get('/admin/permissions/who', whoMay, { query: { action, subject } });
  }
  why(accountId: string, action: Action, subject: Subject) {
    const query = { accountId, action, subject };
    return this.api.get('/admin/permissions/why', whyMay, { query });
  }
}
