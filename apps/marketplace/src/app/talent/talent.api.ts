import { inject, Service } from '@angular/core';
import { publicProfile } from '@wire/profiles';
import { reviewViews } from '@wire/reviews';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type ReviewView = z.infer<typeof reviewViews>['items'][number];

@Service()
export class TalentApi {
  private readonly api = inject(Api);

  profile(slug: string) {
    return this.api.get(`/profiles/${slug}`, publicProfile);
  }
  reviews(slug: string, after?: string) {
    return this.api.get(`/profiles/${slug}/reviews`, reviewViews, { query: { after } });
  }
}
