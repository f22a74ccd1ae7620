import { inject, Service } from '@angular/core';
import { contractRows, contractView, type OfferContract } from '@wire/contracts';
import { jobView } from '@wire/jobs';
import { contractOnboarding } from '@wire/onboarding';
import { created } from '@wire/primitives';
import { proposalView } from '@wire/proposals';
import { Api, nothing } from '@ui/app/api';
import type { Observable } from 'rxjs';

/** What the list shows; it lives in the address. */
export interface ContractFilter {
  role?: 'client' | 'provider' | undefined;
  state?: string | undefined;
  q?: string | undefined;
}

@Service()
export class ContractsApi {
  private readonly api = inject(Api);

  list(filter: ContractFilter, after?: string) {
    return this.api.get('/contracts', contractRows, { query: { ...filter, after } });
  }
  read(contractId: string) {
    return this.api.get(`/contracts/${contractId}`, contractView);
  }
  onboarding(contractId: string) {
    return this.api.get(`/contracts/${contractId}/onboarding`, contractOnboarding);
  }
  proposal(proposalId: string) {
    return this.api.get(`/proposals/${proposalId}`, proposalView);
  }
  job(jobId: string) {
    return this.api.get(`/jobs/${jobId}`, jobView);
  }
  offer(input: OfferContract) {
    return this.api.post('/contracts', input, created);
  }
  sign(contractId: string, signature: string): Observable<void> {
    return this.api.post(`/contracts/${contractId}/accept`, { signature }, nothing);
  }
  decline(contractId: string, reason: string): Observable<void> {
    return this.api.post(`/contracts/${contractId}/decline`, { reason }, nothing);
  }
  withdraw(contractId: string): Observable<void> {
    return this.api.post(`/contracts/${contractId}/withdraw`, {}, nothing);
  }
  postUpdate(contractId: string, note: string, files: readonly string[]): Observable<void> {
    return this.api.post(`/contracts/${contractId}/updates`, { note, files }, nothing);
  }
}
