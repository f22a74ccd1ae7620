import type { Routes } from '@angular/router';

export const staffRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).StaffList,
  },
];
export const sessionsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./sessions/sessions')).StaffSessions,
  },
];
