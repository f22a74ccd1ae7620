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
        path: 'disputes',
        canActivate: [may('inspect', 'Dispute')],
        resolve: { words: words('disputes') },
        loadChildren: async () => (await import('./disputes/disputes.routes')).disputesRoutes,
      },
      {
        path: 'contracts',
        canActivate: [may('inspect', 'Contract')],
        resolve: { words: words('contracts') },
        loadChildren: async () => (await import('./contracts/contracts.routes')).contractsRoutes,
      },
      {
        path: 'jobs',
        canActivate: [may('inspect', 'Job')],
        resolve: { words: words('jobs') },
        loadComponent: async () => (await import('./jobs/jobs')).Jobs,
      },
      {
        path: 'users',
        canActivate: [may('inspect', 'Account')],
        resolve: { words: words('users') },
        loadChildren: async () => (await import('./users/users.routes')).usersRoutes,
      },
      {
        path: 'ops/queues',
        canActivate: [may('inspect', 'Queue')],
        resolve: { words: words('queues') },
        loadChildren: async () => (await import('./queues/queues.routes')).queuesRoutes,
      },
      {
        path: 'ops/projections',
        canActivate: [may('inspect', 'Projection')],
        resolve: { words: words('projections') },
        loadComponent: async () => (await import('./projections/projections')).Projections,
      },
      {
        path: '',
        pathMatch: 'full',
        canActivate: [may('read', 'Console')],
        resolve: { words: words('home') },
        loadComponent: async () => (await import('./home/home')).Home,
      },
      {
        path: '',
        resolve: { words: words('errors') },
        loadChildren: async () => (await import('./errors/errors.routes')).errorRoutes,
      },
    ],
  },
];
