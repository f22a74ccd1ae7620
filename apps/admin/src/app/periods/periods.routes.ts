import type { Routes } from '@angular/router';

export const periodsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).PeriodList,
  },
  { path: ':period', loadComponent: async () => (await import('./period/period')).PeriodPage },
];
