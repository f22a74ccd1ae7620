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
        path: 'finance/ledger',
        canActivate: [may('inspect', 'Ledger')],
        resolve: { words: words('ledger') },
        loadChildren: async () => (await import('./ledger/ledger.routes')).ledgerRoutes,
      },
      {
        path: 'ops/streams/:stream',
        canActivate: [may('inspect', 'Stream')],
        resolve: { words: words('streams') },
        loadComponent: async () => (await import('./streams/stream')).StreamPage,
      },
      {
        path: '',
        resolve: { words: words('errors') },
        loadChildren: async () => (await import('./errors/errors.routes')).errorRoutes,
      },
    ],
  },
];
