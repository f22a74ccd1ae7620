import type { Routes } from '@angular/router';

export const verificationRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./queue/queue')).Queue },
  { path: ':id', loadComponent: async () => (await import('./one/one')).One },
];
