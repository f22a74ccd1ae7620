import { inject, Service } from '@angular/core';
import {
  type JobDraft,
  type jobRow,
  type JobStatus,
  jobRows,
  jobView,
  matches,
  priceHint,
  saved,
} from '@wire/jobs';
import { confidentiality, type SignConfidentiality, signatures } from '@wire/confidentiality';
import { proposalViews } from '@wire/proposals';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type JobRow = z.infer<typeof jobRow>;
export type Matches = z.infer<typeof matches>;
export type PriceHint = z.infer<typeof priceHint>;
export type Saved = z.infer<typeof saved>;
export type CloseReason = 'filled' | 'cancelled' | 'other';

@Service()
export class JobsApi {
  private readonly api = inject(Api);

  job(id: string) {
    return this.api.get(`/jobs/${id}`, jobView);
  }
  mine(status?: JobStatus, after?: string) {
    return this.api.get('/jobs/mine', jobRows, { query: { status, after } });
  }
  draft(draft: JobDraft) {
    return this.api.post('/jobs', draft, saved);
  }
  save(id: string, revision: number, draft: JobDraft) {
    return this.api.put(`/jobs/${id}/draft`, { revision, draft }, saved);
  }
  publish(id: string) {
    return this.api.post(`/jobs/${id}/publish`, {}, nothing);
  }
  close(id: string, reason: CloseReason) {
    return this.api.post(`/jobs/${id}/close`, { reason }, nothing);
  }
  priceHint(category: string, skills: readonly string[]) {
    const query = { category, skills: skills.join(',') };
    return this.api.get('/jobs/price-hint', priceHint, { query });
  }
  /** By its hash a text that was signed; otherwise what is signed now. */
  confidentiality(id: string, locale: string, sha256?: string) {
    const query = { locale, sha256 };
    return this.api.get(`/jobs/${id}/confidentiality`, confidentiality, { query });
  }
  sign(id: string, input: SignConfidentiality) {
    return this.api.post(`/jobs/${id}/confidentiality`, input, nothing);
  }
  signatures(id: string, after?: string) {
    return this.api.get(`/jobs/${id}/signatures`, signatures, { query: { after, limit: 50 } });
  }
  matches(id: string) {
    return this.api.get(`/jobs/${id}/matches`, matches);
  }
  /** Up to a hundred: they are compared, not paged through. */
  proposals(id: string) {
    return this.api.get(`/jobs/${id}/proposals`, proposalViews, { query: { limit: 100 } });
  }
  view(proposalId: string) {
    return this.api.post(`/proposals/${proposalId}/view`, {}, nothing);
  }
  shortlist(proposalId: string) {
    return this.api.post(`/proposals/${proposalId}/shortlist`, {}, nothing);
  }
  decline(proposalId: string, reason: string, note: string) {
    const body = { reason, ...(note === '' ? {} : { note }) };
    return this.api.post(`/proposals/${proposalId}/decline`, body, nothing);
  }
}
