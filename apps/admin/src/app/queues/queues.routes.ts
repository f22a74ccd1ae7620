import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as queuesEffects from './queues.effects';
import { queuesFeature } from './queues.store';

export const queuesRoutes: Routes = [
  {
    path: '',
    providers: [provideState(queuesFeature), provideEffects(queuesEffects)],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./list/list')).QueueList,
      },
      {
        path: ':queue',
        loadComponent: async () => (await import('./dead/dead')).DeadLetters,
      },
    ],
  },
];
