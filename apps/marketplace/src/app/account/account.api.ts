import { inject, Service } from '@angular/core';
import { type changeAccount, sessions, type Viewer, viewer } from '@wire/accounts';
import {
  added,
  type AddPasskey,
  ceremony,
  ownFactors,
  recoveryCodes,
  totpSeed,
} from '@wire/factors';
import { notifications } from '@wire/notifications';
import { type ChangeProfile, ownProfile } from '@wire/profiles';
import type { Observable } from 'rxjs';
import type * as z from 'zod';
import { accepted } from '@wire/primitives';
import { Api, nothing } from '@ui/app/api';
import { Session } from '@ui/app/session';
import { StepUp } from '@ui/step-up';

export type ChangeAccount = z.infer<typeof changeAccount>;
export type SessionView = z.infer<typeof sessions>['items'][number];
export type NotificationView = z.infer<typeof notifications>['items'][number];

export type Side = 'client' | 'provider';

const asViewer = { parse: (value: unknown) => value as Viewer };

@Service()
export class AccountApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);
  private readonly session = inject(Session);

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
    const send = (proof: { stepUp?: string }) =>
      this.api.post('/accounts/phone', { phone }, nothing, proof);
    // The first phone proves itself; another one in its place is a change of the way in.
    return this.session.viewer()?.phoneVerified ? this.secured(send) : send({});
  }
  verifyPhone(code: string) {
    return this.api.post('/accounts/phone/verify', { code }, asViewer);
  }
  sessions() {
    return this.api.get('/accounts/sessions', sessions);
  }
  revoke(id: string) {
    return this.secured((proof) => this.api.delete(`/accounts/sessions/${id}`, nothing, proof));
  }
  revokeOthers() {
    return this.secured((proof) => this.api.delete('/accounts/sessions', nothing, proof));
  }
  changePassword(current: string, password: string) {
    return this.secured((proof) =>
      this.api.post('/accounts/password', { current, password }, viewer, proof),
    );
  }
  askEmail(email: string) {
    return this.secured((proof) => this.api.post('/accounts/email', { email }, accepted, proof));
  }
  verifyEmail(code: string) {
    return this.api.post('/accounts/email/verify', { code }, viewer);
  }
  factors() {
    return this.api.get('/factors', ownFactors);
  }
  beginTotp() {
    return this.secured((proof) => this.api.post('/factors/totp', {}, totpSeed, proof));
  }
  confirmTotp(code: string) {
    return this.secured((proof) => this.api.post('/factors/totp/confirm', { code }, added, proof));
  }
  addSms() {
    return this.secured((proof) => this.api.post('/factors/sms', {}, added, proof));
  }
  removeFactor(which: string) {
    return this.secured((proof) => this.api.delete(`/factors/${which}`, nothing, proof));
  }
  offerPasskey() {
    return this.secured((proof) => this.api.post('/factors/passkeys/options', {}, ceremony, proof));
  }
  addPasskey(input: AddPasskey) {
    return this.secured((proof) => this.api.post('/factors/passkeys', input, added, proof));
  }
  renamePasskey(id: string, name: string) {
    return this.api.patch(`/factors/passkeys/${id}`, { name }, nothing);
  }
  makeRecoveryCodes() {
    return this.secured((proof) =>
      this.api.post('/factors/recovery-codes', {}, recoveryCodes, proof),
    );
  }
  notifications(side?: Side, after?: string) {
    return this.api.get('/notifications', notifications, { query: { side, after } });
  }
  read(which: { ids: string[] } | { all: true; side?: Side }) {
    return this.api.post('/notifications/read', which, nothing);
  }

  /** Asked for once: what follows within five minutes goes with the same proof. */
  private secured<T>(send: (proof: { stepUp?: string }) => Observable<T>): Observable<T> {
    return this.stepUp.guard('security', send, { surely: true });
  }
}
