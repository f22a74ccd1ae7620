import type { Routes } from '@angular/router';

export const rolesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).RoleList,
  },
  { path: 'why', loadComponent: async () => (await import('./why/why')).Why },
  { path: ':role', loadComponent: async () => (await import('./role/role')).RolePage },
];
