import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './disputes.effects';
import { disputesFeature } from './disputes.store';

export const disputesRoutes: Routes = [
  {
    path: '',
    providers: [provideState(disputesFeature), provideEffects(effects)],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./queue/queue')).DisputeQueue,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./console/console')).DisputeConsole,
      },
    ],
  },
];
