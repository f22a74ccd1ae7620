import { inject, Service } from '@angular/core';
import {
  chargebackDetail,
  chargebackRows,
  type ChargebackState,
  type SubmitEvidence,
} from '@wire/chargebacks';
import { map } from 'rxjs';
import { Api, nothing } from '@ui/app/api';

@Service()
export class ChargebacksApi {
  private readonly api = inject(Api);

  find(state: ChargebackState | undefined, contractId: string | undefined, after?: string) {
    const query = { state, contractId, after, limit: 50 };
    return this.api.get('/admin/chargebacks', chargebackRows, { query });
  }
  one(id: string) {
    return this.api.get(`/admin/chargebacks/${id}`, chargebackDetail);
  }
  answer(id: string, evidence: SubmitEvidence) {
    return this.api
      .post(`/admin/chargebacks/${id}/evidence`, evidence, nothing)
      .pipe(map(() => null));
  }
}
