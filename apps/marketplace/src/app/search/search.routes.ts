import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './search.effects';
import { searchFeature } from './search.store';

/** Under `/search`, and under `/jobs` and `/talent` with the kind already said. */
export const searchRoutes: Routes = [
  {
    path: '',
    providers: [provideState(searchFeature), provideEffects(effects)],
    loadComponent: async () => (await import('./search-page/search-page')).SearchPage,
  },
];

export const savedSearchRoutes: Routes = [
  {
    path: '',
    providers: [provideState(searchFeature), provideEffects(effects)],
    loadComponent: async () => (await import('./saved-searches/saved-searches')).SavedSearchList,
  },
];
