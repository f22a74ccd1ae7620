import type { Routes } from '@angular/router';

export const orgsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).OrgList,
  },
  { path: ':id', loadComponent: async () => (await import('./one/one')).OrgPage },
];
