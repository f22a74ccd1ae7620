import { inject, Service } from '@angular/core';
import * as wire from '@wire/audit';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type StaffActionsAsked = Partial<
  Record<'staffId' | 'action' | 'subject' | 'about' | 'from' | 'to', string | undefined>
>;
export type LogState = z.infer<typeof wire.logState>;
export type Finding = wire.RecordCheck['findings'][number];

/** The staff's log, the state of the record, and copies of it. */
@Service()
export class AuditApi {
  private readonly api = inject(Api);

  log(asked: StaffActionsAsked, after?: string) {
    const query = { ...asked, after, limit: 50 };
    return this.api.get('/admin/audit/log', wire.staffActions, { query });
  }
  state() {
    return this.api.get('/admin/audit/state', wire.logState);
  }
  check(from: number, count: number) {
    return this.api.get('/admin/audit/check', wire.recordCheck, { query: { from, count } });
  }
  exports(after?: string) {
    return this.api.get('/admin/audit/exports', wire.auditExports, {
      query: { after, limit: 50 },
    });
  }
  export(id: string) {
    return this.api.get(`/admin/audit/exports/${id}`, wire.auditExport);
  }
  request(wish: wire.RequestExport, idempotencyKey: string) {
    return this.api.post('/admin/audit/exports', wish, wire.exportRequested, { idempotencyKey });
  }
}
