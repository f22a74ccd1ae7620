import type { Routes } from '@angular/router';

export const ledgerRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./trial-balance/trial-balance')).TrialBalance,
  },
  {
    path: 'accounts',
    pathMatch: 'full',
    loadComponent: async () => (await import('./accounts/accounts')).LedgerAccounts,
  },
  {
    path: 'accounts/:account',
    loadComponent: async () => (await import('./entries/entries')).AccountEntries,
  },
  {
    path: 'journals/:id',
    loadComponent: async () => (await import('./journal/journal')).JournalPage,
  },
];
