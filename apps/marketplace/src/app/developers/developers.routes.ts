import type { Routes } from '@angular/router';

export const developersRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./reference/reference')).Reference,
  },
];
