import type { Routes } from '@angular/router';

export const reconciliationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./runs/runs')).ReconciliationRuns,
  },
  {
    path: 'breaks',
    pathMatch: 'full',
    loadComponent: async () => (await import('./breaks/breaks')).BreakList,
  },
  {
    path: 'breaks/:id',
    loadComponent: async () => (await import('./break/break')).BreakPage,
  },
  {
    path: 'safeguarding',
    loadComponent: async () => (await import('./safeguarding/safeguarding')).SafeguardingReport,
  },
  {
    path: 'controls',
    loadComponent: async () => (await import('./controls/controls')).ControlAccounts,
  },
  /** The ledger has no statement: a notice about it leads to what it is compared with. */
  { path: 'ledger/:date', redirectTo: 'controls' },
  {
    path: ':gateway/:date',
    loadComponent: async () => (await import('./day/day')).ReconciliationDay,
  },
];
