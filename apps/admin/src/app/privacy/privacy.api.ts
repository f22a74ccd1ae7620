import { inject, Service } from '@angular/core';
import { proposed } from '@wire/approvals';
import {
  heldPeople,
  privacyRequests,
  type PrivacyRequest,
  type ProposeRetention,
  retentionRules,
} from '@wire/retention';
import { map, type Observable } from 'rxjs';
import { Api } from '@ui/app/api';

const root = '/admin/privacy';

@Service()
export class PrivacyApi {
  private readonly api = inject(Api);

  requests(kind: PrivacyRequest['kind'] | undefined, open: boolean | undefined, after?: string) {
    const query = { kind, open, after, limit: 50 };
    return this.api.get(`${root}/requests`, privacyRequests, { query });
  }
  retention() {
    return this.api.get(`${root}/retention`, retentionRules);
  }
  /** Answers the approval that it waits for. */
  propose(wish: ProposeRetention, idempotencyKey: string): Observable<string | null> {
    return this.api
      .post(`${root}/retention`, wish, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  holds(after?: string) {
    return this.api.get(`${root}/holds`, heldPeople, { query: { after, limit: 50 } });
  }
}
