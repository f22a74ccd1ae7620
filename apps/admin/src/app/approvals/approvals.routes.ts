import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './approvals.effects';
import { approvalsFeature } from './approvals.store';

export const approvalsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(approvalsFeature), provideEffects(effects)],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./inbox/inbox')).ApprovalInbox,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./approval/approval')).ApprovalPage,
      },
    ],
  },
];
