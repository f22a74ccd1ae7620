import { inject, Service } from '@angular/core';
import { contractView } from '@wire/contracts';
import { casePrint, disputeView } from '@wire/dispute-case';
import {
  disputeForm,
  disputeRows,
  type DisputeState,
  type OpenDispute,
  simulation,
  type Split,
} from '@wire/disputes';
import { created } from '@wire/primitives';
import type { Observable } from 'rxjs';
import { Api, nothing } from '@ui/app/api';
import type { Deed } from './deeds';

@Service()
export class DisputesApi {
  private readonly api = inject(Api);

  list(state: DisputeState | undefined, after?: string) {
    return this.api.get('/disputes', disputeRows, { query: { state, after } });
  }
  form(contractId: string) {
    return this.api.get('/disputes/form', disputeForm, { query: { contractId } });
  }
  contract(contractId: string) {
    return this.api.get(`/contracts/${contractId}`, contractView);
  }
  open(input: OpenDispute, idempotencyKey: string) {
    return this.api.post('/disputes', input, created, { idempotencyKey });
  }
  read(disputeId: string) {
    return this.api.get(`/disputes/${disputeId}`, disputeView);
  }
  print(disputeId: string) {
    return this.api.get(`/disputes/${disputeId}/print`, casePrint);
  }
  simulate(disputeId: string, split: Split) {
    return this.api.post(`/disputes/${disputeId}/simulate`, { split }, simulation);
  }
  act(disputeId: string, deed: Deed): Observable<unknown> {
    const at = `/disputes/${disputeId}`;
    switch (deed.kind) {
      case 'answer':
        return this.api.post(`${at}/answer`, deed.input, nothing);
      case 'add_evidence':
        return this.api.post(`${at}/evidence`, deed.input, nothing);
      case 'offer':
        return this.api.post(`${at}/offers`, deed.input, created);
      case 'accept_offer':
        return this.api.post(`${at}/offers/${deed.offerId}/accept`, {}, nothing, {
          idempotencyKey: deed.key,
        });
      case 'decline_offer':
        return this.api.post(`${at}/offers/${deed.offerId}/decline`, {}, nothing);
      case 'accept_recommendation':
        return this.api.post(`${at}/accept-recommendation`, {}, nothing, {
          idempotencyKey: deed.key,
        });
      case 'appeal':
        return this.api.post(`${at}/appeal`, { grounds: deed.grounds }, nothing);
      case 'close_evidence':
        return this.api.post(`${at}/close-evidence`, {}, nothing);
      case 'escalate':
      case 'withdraw':
        return this.api.post(`${at}/${deed.kind}`, {}, nothing);
    }
  }
}
