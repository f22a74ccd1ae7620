import type { Routes } from '@angular/router';

export const holdsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).HoldList,
  },
  { path: 'radar', loadComponent: async () => (await import('./radar/radar')).HoldRadar },
  {
    path: 'wallets',
    loadComponent: async () => (await import('./wallets/wallets')).RestrictedWallets,
  },
];
