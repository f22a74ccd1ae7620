import { inject, Service } from '@angular/core';
import * as desk from '@wire/org-desk';
import { trail } from '@wire/organisations';
import { Api } from '@ui/app/api';

const root = '/admin/organisations';

@Service()
export class OrgsApi {
  private readonly api = inject(Api);

  find(q: string | undefined, after?: string) {
    return this.api.get(root, desk.orgRows, { query: { q, after, limit: 50 } });
  }
  one(id: string) {
    return this.api.get(`${root}/${id}`, desk.orgDetail);
  }
  sso(id: string) {
    return this.api.get(`${root}/${id}/sso`, desk.orgSso);
  }
  scim(id: string) {
    return this.api.get(`${root}/${id}/scim`, desk.orgScim);
  }
  trail(id: string, after?: string) {
    return this.api.get(`${root}/${id}/trail`, trail, { query: { after, limit: 50 } });
  }
}
