import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './reviews.effects';
import { reviewsFeature } from './reviews.store';

export const reviewsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(reviewsFeature), provideEffects(effects)],
    loadComponent: async () => (await import('./partner/review-partner')).ReviewPartner,
  },
];
