import type { Routes } from '@angular/router';
import { guest, may } from '@ui/app/guards';
import { words } from '@ui/app/words';

export const routes: Routes = [
  {
    path: 'login',
    canActivate: [guest],
    resolve: { words: words('login') },
    loadComponent: async () => (await import('./login/login')).LogIn,
  },
  {
    path: '',
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      {
        path: 'finance/payouts',
        canActivate: [may('inspect', 'Payout')],
        resolve: { words: words('payouts') },
        loadChildren: async () => (await import('./payouts/payouts.routes')).payoutsRoutes,
      },
      {
        path: '',
        resolve: { words: words('errors') },
        loadChildren: async () => (await import('./errors/errors.routes')).errorRoutes,
      },
    ],
  },
];
