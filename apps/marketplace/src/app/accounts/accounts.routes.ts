import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { guest } from '@ui/app/guards';
import { words } from '@ui/app/words';
import * as accountsEffects from './accounts.effects';
import { accountsFeature } from './accounts.store';

export const accountsRoutes: Routes = [
  {
    path: '',
    resolve: { words: words('accounts') },
    providers: [provideState(accountsFeature), provideEffects(accountsEffects)],
    children: [
      {
        path: 'login',
        canActivate: [guest],
        loadComponent: async () => (await import('./log-in/log-in')).LogIn,
      },
      {
        path: 'signup',
        canActivate: [guest],
        loadComponent: async () => (await import('./sign-up/sign-up')).SignUp,
      },
      {
        path: 'verify-email',
        loadComponent: async () => (await import('./verify-email/verify-email')).VerifyEmail,
      },
    ],
  },
];
