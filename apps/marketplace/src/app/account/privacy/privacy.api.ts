import { inject, Service } from '@angular/core';
import {
  type Audience,
  type GuardedPart,
  profilePrivacy,
  type ProfilePrivacy,
} from '@wire/profiles';
import { consentHistory, consentState, type GiveConsents } from '@wire/consents';
import { deletion, exportLink, looks, ownPrivacy } from '@wire/own-privacy';
import { created } from '@wire/primitives';
import { Api, nothing } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

export type { Audience, GuardedPart, ProfilePrivacy };

@Service()
export class PrivacyApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  mine() {
    return this.api.get('/privacy', ownPrivacy);
  }
  askExport() {
    return this.api.post('/privacy/exports', {}, created);
  }
  linkTo(exportId: string) {
    return this.stepUp.guard(
      'export',
      (proof) => this.api.post(`/privacy/exports/${exportId}/link`, {}, exportLink, proof),
      { surely: true },
    );
  }
  askDeletion() {
    return this.stepUp.guard(
      'delete_account',
      (proof) => this.api.post('/privacy/deletion', {}, deletion, proof),
      { surely: true },
    );
  }
  cancelDeletion() {
    return this.api.post('/privacy/deletion/cancel', {}, nothing);
  }
  looks(after?: string) {
    return this.api.get('/privacy/looks', looks, { query: { after } });
  }
  consents(locale: string) {
    return this.api.get('/consents', consentState, { query: { locale } });
  }
  choose(input: GiveConsents) {
    return this.api.post('/consents', input, consentState);
  }
  history(after?: string) {
    return this.api.get('/consents/history', consentHistory, { query: { after } });
  }
  visibility() {
    return this.api.get('/profiles/me/privacy', profilePrivacy);
  }
  show(to: ProfilePrivacy) {
    return this.api.put('/profiles/me/privacy', to, profilePrivacy);
  }
}
