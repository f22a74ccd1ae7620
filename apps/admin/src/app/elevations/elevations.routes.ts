import type { Routes } from '@angular/router';

export const elevationsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).Elevations,
  },
];
