import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as payoutsEffects from './payouts.effects';
import { payoutsFeature } from './payouts.store';

export const payoutsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(payoutsFeature), provideEffects(payoutsEffects)],
    loadComponent: async () => (await import('./queue/queue')).PayoutQueue,
  },
];
