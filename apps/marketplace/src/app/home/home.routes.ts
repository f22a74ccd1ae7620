import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { Session } from '@ui/app/session';
import { words } from '@ui/app/words';
import * as homeEffects from './home.effects';
import { homeFeature } from './home.store';

/** The same address: what it offers to a guest, what there is to do for everyone else. */
export const homeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [() => inject(Session).signedIn()],
    resolve: { words: words('home') },
    providers: [provideState(homeFeature), provideEffects(homeEffects)],
    loadComponent: async () => (await import('./next-actions/next-actions')).NextActions,
  },
  {
    path: '',
    pathMatch: 'full',
    resolve: { words: words('welcome') },
    loadComponent: async () => (await import('./welcome/welcome')).Welcome,
  },
];
