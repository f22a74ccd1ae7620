import { inject, Service } from '@angular/core';
import { created } from '@wire/primitives';
import { type JobResults, jobResults, savedSearches, talentResults } from '@wire/search';
import type { Observable } from 'rxjs';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type TalentResults = z.infer<typeof talentResults>;
export type SavedSearches = z.infer<typeof savedSearches>;

/** What the page asks for, as it stands in the address. Lists are joined by commas, amounts minor units. */
export interface Asked {
  q?: string | undefined;
  category?: string | undefined;
  skills?: string | undefined;
  budgetMin?: string | undefined;
  budgetMax?: string | undefined;
  sort?: string | undefined;
}

@Service()
export class SearchApi {
  private readonly api = inject(Api);

  jobs(query: Asked, after?: string): Observable<JobResults> {
    return this.api.get('/search/jobs', jobResults, { query: { ...query, after } });
  }
  talent({ q, skills }: Asked, after?: string): Observable<TalentResults> {
    return this.api.get('/search/talent', talentResults, { query: { q, skills, after } });
  }
  save(name: string, asked: Asked): Observable<{ id: string }> {
    return this.api.post('/search/saved', { name, query: told(asked) }, created);
  }
  saved(): Observable<SavedSearches> {
    return this.api.get('/search/saved', savedSearches);
  }
  forget(id: string): Observable<void> {
    return this.api.delete(`/search/saved/${id}`, nothing);
  }
}

/** A saved search holds numbers where the address has text, and nothing that is not set. */
function told({ budgetMin, budgetMax, ...rest }: Asked): Record<string, string | number> {
  const amounts = { budgetMin, budgetMax };
  const set = (fields: Record<string, string | undefined>) =>
    Object.entries(fields).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return Object.fromEntries<string | number>([
    ...set({ ...rest }),
    ...set(amounts).map(([key, value]) => [key, Number(value)] as const),
  ]);
}
