import { inject, Service } from '@angular/core';
import { approvalRows, proposed } from '@wire/approvals';
import { closedPeriods, periodBalance } from '@wire/journals';
import { map } from 'rxjs';
import { Api } from '@ui/app/api';

@Service()
export class PeriodsApi {
  private readonly api = inject(Api);

  closed() {
    return this.api.get('/admin/periods', closedPeriods).pipe(map(({ items }) => items));
  }
  /** Closes that somebody asked for and nobody decided yet: the month → its request. */
  waiting() {
    const query = { show: 'all', state: 'requested', action: 'period.close', limit: 50 };
    return this.api
      .get('/admin/approvals', approvalRows, { query })
      .pipe(
        map(
          ({ items }) =>
            new Map(items.map(({ subject, id }) => [subject.slice('period-'.length), id])),
        ),
      );
  }
  balance(period: string) {
    return this.api.get(`/admin/periods/${period}/trial-balance`, periodBalance);
  }
  close(period: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`/admin/periods/${period}/close`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
