import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as effects from './contracts.effects';
import { contractsFeature } from './contracts.store';

export const contractsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(contractsFeature), provideEffects(effects)],
    children: [
      {
        path: '',
        loadComponent: async () => (await import('./list/contract-list')).ContractList,
      },
      { path: 'new', loadComponent: async () => (await import('./offer/offer')).Offer },
      { path: ':contractId', loadComponent: async () => (await import('./hub/hub')).Hub },
    ],
  },
];
