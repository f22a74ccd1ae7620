import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Session } from '@ui/app/session';
import { words } from '@ui/app/words';

/**
 * The same address: what it offers to a guest, what there is to do for everyone else. Each side is
 * its own chunk, so that a guest's first page carries no store and no schemas.
 */
export const homeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [() => inject(Session).signedIn()],
    resolve: { words: words('home') },
    loadChildren: async () =>
      (await import('./next-actions/next-actions.routes')).nextActionsRoutes,
  },
  {
    path: '',
    pathMatch: 'full',
    resolve: { words: words('welcome') },
    loadComponent: async () => (await import('./welcome/welcome')).Welcome,
  },
];
