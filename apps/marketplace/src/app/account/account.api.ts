import { inject, Service } from '@angular/core';
import { type changeAccount, sessions, type Viewer } from '@wire/accounts';
import { notifications } from '@wire/notifications';
import { type ChangeProfile, ownProfile } from '@wire/profiles';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type ChangeAccount = z.infer<typeof changeAccount>;
export type SessionView = z.infer<typeof sessions>['items'][number];
export type NotificationView = z.infer<typeof notifications>['items'][number];

const asViewer = { parse: (value: unknown) => value as Viewer };

@Service()
export class AccountApi {
  private readonly api = inject(Api);

  profile() {
    return this.api.get('/profiles/me', ownProfile);
  }
  changeProfile(to: ChangeProfile) {
    return this.api.put('/profiles/me', to, ownProfile);
  }
  change(to: ChangeAccount) {
    return this.api.patch('/accounts/me', to, asViewer);
  }
  addPhone(phone: string) {
    return this.api.post('/accounts/phone', { phone }, nothing);
  }
  verifyPhone(code: string) {
    return this.api.post('/accounts/phone/verify', { code }, asViewer);
  }
  sessions() {
    return this.api.get('/accounts/sessions', sessions);
  }
  revoke(id: string) {
    return this.api.delete(`/accounts/sessions/${id}`, nothing);
  }
  notifications(after?: string) {
    return this.api.get('/notifications', notifications, { query: { after } });
  }
  read(which: { ids: string[] } | { all: true }) {
    return this.api.post('/notifications/read', which, nothing);
  }
}
