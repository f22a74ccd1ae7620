import { inject, Service } from '@angular/core';
import { staffMembers, staffSessions } from '@wire/access';
import { Api, nothing } from '@ui/app/api';

@Service()
export class StaffApi {
  private readonly api = inject(Api);

  members(role: string | undefined, after?: string) {
    return this.api.get('/admin/staff', staffMembers, { query: { role, after, limit: 50 } });
  }
  sessions(after?: string) {
    return this.api.get('/admin/sessions', staffSessions, { query: { after, limit: 50 } });
  }
  end(sessionId: string) {
    return this.api.delete(`/admin/sessions/${sessionId}`, nothing);
  }
}
