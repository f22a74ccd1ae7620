import type { Routes } from '@angular/router';

export const contractsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).ContractList,
  },
  { path: ':id', loadComponent: async () => (await import('./contract/contract')).ContractPage },
];
