import { inject, Service } from '@angular/core';
import { created } from '@wire/primitives';
import { scimKeySecret, scimPage } from '@wire/scim';
import { type GivenRole, type SaveIssuer, type SaveSaml, type SsoRules, ssoPage } from '@wire/sso';
import type { Observable } from 'rxjs';
import { Api, nothing } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

const sso = (id: string, path = '') => `/organisations/${id}/sso${path}`;
const scim = (id: string, path = '') => `/organisations/${id}/scim${path}`;

/** How people of an organisation come in, and who says who they are. */
@Service()
export class DirectoryApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  sso(id: string) {
    return this.api.get(sso(id), ssoPage);
  }
  claim(id: string, name: string) {
    return this.api.post(sso(id, '/domains'), { name }, created);
  }
  check(id: string, domainId: string) {
    return this.api.post(sso(id, `/domains/${domainId}/check`), {}, nothing);
  }
  /** Asked for twice where it was proved; the server says when. */
  release(id: string, domainId: string) {
    return this.stepUp.guard('security', (proof) =>
      this.api.delete(sso(id, `/domains/${domainId}`), nothing, proof),
    );
  }
  saveIssuer(id: string, issuer: SaveIssuer) {
    return this.surely((proof) => this.api.put(sso(id, '/issuer'), issuer, nothing, proof));
  }
  saveSaml(id: string, saml: SaveSaml) {
    return this.surely((proof) => this.api.put(sso(id, '/saml'), saml, nothing, proof));
  }
  removeIssuer(id: string) {
    return this.surely((proof) => this.api.delete(sso(id, '/issuer'), nothing, proof));
  }
  /** Only what shuts others out is asked for twice; the server says when. */
  saveRules(id: string, rules: SsoRules) {
    return this.stepUp.guard('security', (proof) =>
      this.api.put(sso(id, '/rules'), rules, nothing, proof),
    );
  }

  scim(id: string) {
    return this.api.get(scim(id), scimPage);
  }
  makeKey(id: string, days: number | null) {
    const body = { days };
    return this.surely((proof) => this.api.post(scim(id, '/keys'), body, scimKeySecret, proof));
  }
  rotateKey(id: string, keyId: string) {
    const path = scim(id, `/keys/${keyId}/rotate`);
    return this.surely((proof) => this.api.post(path, {}, scimKeySecret, proof));
  }
  revokeKey(id: string, keyId: string) {
    return this.api.delete(scim(id, `/keys/${keyId}`), nothing);
  }
  defaultRole(id: string, defaultRole: GivenRole) {
    return this.api.put(scim(id, '/settings'), { defaultRole }, nothing);
  }
  mapGroup(id: string, groupId: string, role: string | null) {
    return this.api.put(scim(id, `/groups/${groupId}`), { role }, nothing);
  }

  private surely<T>(send: (proof: { stepUp?: string }) => Observable<T>): Observable<T> {
    return this.stepUp.guard('security', send, { surely: true });
  }
}
