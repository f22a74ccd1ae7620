import type { Route, Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './escrow.effects';
import { escrowFeature } from './escrow.store';

type Load = NonNullable<Route['loadComponent']>;
const pages: Record<'fund' | 'deliver' | 'review', Load> = {
  fund: async () => (await import('./fund/fund')).Fund,
  deliver: async () => (await import('./deliver/deliver')).Deliver,
  review: async () => (await import('./review/review')).Review,
};

/** One page on one milestone: `/contracts/:contractId/<page>/:milestoneId`. */
export const escrowRoutes = (page: keyof typeof pages): Routes => [
  {
    path: ':milestoneId',
    providers: [provideState(escrowFeature), provideEffects(effects)],
    loadComponent: pages[page],
  },
];
