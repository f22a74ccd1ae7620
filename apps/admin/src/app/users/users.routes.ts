import type { Routes } from '@angular/router';

export const usersRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).UserList,
  },
  { path: ':id', loadComponent: async () => (await import('./user/user')).UserPage },
];
