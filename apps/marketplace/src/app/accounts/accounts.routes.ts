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
        path: 'view-as',
        loadComponent: async () => (await import('./view-as/view-as')).ViewAs,
      },
      {
        path: 'login',
        canActivate: [guest],
        loadComponent: async () => (await import('./log-in/log-in')).LogIn,
      },
      {
        path: '2fa',
        canActivate: [guest],
        loadComponent: async () => (await import('./two-factor/two-factor')).TwoFactor,
      },
      ...(['reset', 'log_in'] as const).map((purpose) => ({
        path: purpose === 'reset' ? 'forgot-password' : 'login/by-mail',
        canActivate: [guest],
        data: { purpose },
        loadComponent: async () => (await import('./ask-link/ask-link')).AskLink,
      })),
      {
        path: 'reset-password',
        loadComponent: async () => (await import('./reset-password/reset-password')).ResetPassword,
      },
      {
        path: 'login/link',
        canActivate: [guest],
        loadComponent: async () => (await import('./log-in-by-link/log-in-by-link')).LogInByLink,
      },
      {
        path: 'login/sso',
        canActivate: [guest],
        loadComponent: async () => (await import('./sso/sso')).SsoLogIn,
      },
      {
        path: 'login/sso/:organisation',
        loadComponent: async () => (await import('./from-provider/from-provider')).FromProvider,
      },
      {
        path: 'login/:provider',
        loadComponent: async () => (await import('./from-provider/from-provider')).FromProvider,
      },
      {
        path: 'arrival',
        loadComponent: async () => (await import('./arrival/arrival')).ArrivalPage,
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
