import type { Routes } from '@angular/router';

export const chargebacksRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).ChargebackList,
  },
  {
    path: ':id',
    loadComponent: async () => (await import('./chargeback/chargeback')).ChargebackPage,
  },
];
