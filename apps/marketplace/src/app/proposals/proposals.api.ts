import { inject, Service } from '@angular/core';
import { jobView } from '@wire/jobs';
import { created } from '@wire/primitives';
import {
  type proposalStatus,
  proposalView,
  proposalViews,
  type SubmitProposal,
} from '@wire/proposals';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type ProposalStatus = z.infer<typeof proposalStatus>;

@Service()
export class ProposalsApi {
  private readonly api = inject(Api);

  job(id: string) {
    return this.api.get(`/jobs/${id}`, jobView);
  }
  mine(status?: ProposalStatus, after?: string) {
    return this.api.get('/proposals/mine', proposalViews, { query: { status, after } });
  }
  proposal(id: string) {
    return this.api.get(`/proposals/${id}`, proposalView);
  }
  submit(jobId: string, proposal: SubmitProposal) {
    return this.api.post(`/jobs/${jobId}/proposals`, proposal, created);
  }
  edit(id: string, proposal: SubmitProposal) {
    return this.api.put(`/proposals/${id}`, proposal, nothing);
  }
  withdraw(id: string) {
    return this.api.post(`/proposals/${id}/withdraw`, {}, nothing);
  }
}
