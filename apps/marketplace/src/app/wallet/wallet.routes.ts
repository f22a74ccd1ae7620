import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as deeds from './wallet.deeds';
import * as effects from './wallet.effects';
import { walletFeature } from './wallet.store';

export const walletRoutes: Routes = [
  {
    path: '',
    providers: [provideState(walletFeature), provideEffects(effects, deeds)],
    children: [
      { path: '', loadComponent: async () => (await import('./overview/overview')).Overview },
      {
        path: 'statement',
        loadComponent: async () => (await import('./statement/statement')).Statement,
      },
      { path: 'payout', loadComponent: async () => (await import('./payout/payout')).Payout },
    ],
  },
];
