import type { Routes } from '@angular/router';
import { words } from '@ui/app/words';

/** Each context brings its own pages, words and store. The last entry is for what no one knows. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadChildren: async () => (await import('./home/home.routes')).homeRoutes,
  },
  {
    path: '',
    loadChildren: async () => (await import('./accounts/accounts.routes')).accountsRoutes,
  },
  {
    path: 'kitchen-sink',
    loadComponent: async () => (await import('./kitchen-sink/kitchen-sink')).KitchenSink,
  },
  {
    path: '',
    resolve: { words: words('errors') },
    loadChildren: async () => (await import('./errors/errors.routes')).errorRoutes,
  },
];
