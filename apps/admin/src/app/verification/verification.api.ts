import { inject, Service } from '@angular/core';
import * as wire from '@wire/verification';
import { map } from 'rxjs';
import { Api } from '@ui/app/api';

const root = '/admin/verification';

@Service()
export class VerificationApi {
  private readonly api = inject(Api);

  find(state: string | undefined, after?: string) {
    return this.api.get(root, wire.verificationRows, { query: { state, after, limit: 50 } });
  }
  one(id: string) {
    return this.api.get(`${root}/${id}`, wire.verificationDetail);
  }
  /** A link of five minutes; why somebody looks stays in the log of the staff. */
  paper(id: string, fileId: string, purpose: string) {
    return this.api.get(`${root}/${id}/files/${fileId}`, wire.documentLink, { purpose });
  }
  askRegister(id: string) {
    return this.api.post(`${root}/${id}/register`, {}, wire.registerAsked);
  }
  decide(id: string, input: wire.DecideVerification, idempotencyKey: string) {
    return this.api
      .post(`${root}/${id}/decide`, input, wire.decided, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
