import type { Routes } from '@angular/router';
import { words } from '@ui/app/words';

export const routes: Routes = [
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
