import type { Routes } from '@angular/router';

/** Under `/privacy`. */
export const privacyRoutes: Routes = [
  { path: '', loadComponent: async () => (await import('./desk/desk')).PrivacyDesk },
];
