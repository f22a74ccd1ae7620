import { inject, Service } from '@angular/core';
import type { Money } from '@money';
import { proposed } from '@wire/approvals';
import { chargebackRows } from '@wire/chargebacks';
import { holdRows } from '@wire/holds';
import { deposits } from '@wire/payments';
import { refundAnswer } from '@wire/refunds';
import { map } from 'rxjs';
import { Api } from '@ui/app/api';

/** What staff see and do about the money of one contract. */
@Service()
export class DeskApi {
  private readonly api = inject(Api);

  holds(contractId: string) {
    const query = { open: true, contractId };
    return this.api.get('/admin/holds', holdRows, { query }).pipe(map(({ items }) => items));
  }
  chargebacks(contractId: string) {
    const query = { contractId };
    return this.api
      .get('/admin/chargebacks', chargebackRows, { query })
      .pipe(map(({ items }) => items));
  }
  deposits(contractId: string) {
    const query = { contractId };
    return this.api
      .get('/admin/refunds/deposits', deposits, { query })
      .pipe(map(({ items }) => items));
  }
  refund(depositId: string, amount: Money, reason: string, idempotencyKey: string) {
    return this.api
      .post('/admin/refunds', { depositId, amount, reason }, refundAnswer, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  goodwill(contractId: string, amount: Money, reason: string, idempotencyKey: string) {
    return this.api
      .post('/admin/refunds/goodwill', { contractId, amount, reason }, proposed, {
        idempotencyKey,
      })
      .pipe(map(({ approvalId }) => approvalId));
  }
}
