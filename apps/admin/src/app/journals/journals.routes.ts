import type { Routes } from '@angular/router';
import { may } from '@ui/app/guards';

export const journalsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list/list')).JournalList,
  },
  {
    path: 'new',
    canActivate: [may('prepare', 'Journal')],
    loadComponent: async () => (await import('./post/post')).PostJournal,
  },
];
