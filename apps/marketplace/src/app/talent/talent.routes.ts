import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './talent.effects';
import { talentFeature } from './talent.store';

export const talentRoutes: Routes = [
  {
    path: ':slug',
    providers: [provideState(talentFeature), provideEffects(effects)],
    loadComponent: async () => (await import('./talent-page/talent-page')).TalentPage,
  },
];
