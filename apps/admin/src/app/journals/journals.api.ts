import { inject, Service } from '@angular/core';
import { approvalRows, proposed } from '@wire/approvals';
import { journalRows, type ProposeJournal } from '@wire/journals';
import { forkJoin, map } from 'rxjs';
import { Api } from '@ui/app/api';

@Service()
export class JournalsApi {
  private readonly api = inject(Api);

  find(after?: string) {
    return this.api.get('/admin/journals', journalRows, { query: { after, limit: 50 } });
  }
  /** What somebody asked for and nobody decided yet. */
  waiting() {
    const of = (action: string) =>
      this.api.get('/admin/approvals', approvalRows, {
        query: { show: 'all', state: 'requested', action, limit: 50 },
      });
    return forkJoin([of('journal.post'), of('journal.reverse')]).pipe(
      map((both) => both.flatMap(({ items }) => items)),
    );
  }
  propose(journal: ProposeJournal, idempotencyKey: string) {
    return this.api
      .post('/admin/journals', journal, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  reverse(id: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`/admin/journals/${id}/reverse`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
