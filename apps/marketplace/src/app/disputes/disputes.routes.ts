import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './disputes.effects';
import { disputesFeature } from './disputes.store';

const providers = [provideState(disputesFeature), provideEffects(effects)];

/** `/contracts/:contractId/dispute` */
export const openDisputeRoutes: Routes = [
  {
    path: '',
    providers,
    loadComponent: async () => (await import('./open/open-dispute')).OpenDisputePage,
  },
];

export const disputesRoutes: Routes = [
  {
    path: '',
    providers,
    children: [
      {
        path: '',
        loadComponent: async () => (await import('./list/dispute-list')).DisputeList,
      },
      {
        path: ':disputeId',
        loadComponent: async () => (await import('./case/case')).CaseFile,
      },
      {
        path: ':disputeId/print',
        loadComponent: async () => (await import('./print/case-paper')).CasePaper,
      },
    ],
  },
];
