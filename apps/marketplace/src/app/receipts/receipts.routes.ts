import type { Routes } from '@angular/router';

export const receiptsRoutes: Routes = [
  {
    path: ':milestoneId',
    loadComponent: async () => (await import('./receipt/receipt')).ReceiptPage,
  },
];
