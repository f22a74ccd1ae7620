import type { Routes } from '@angular/router';

export const riskRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'alerts' },
  { path: 'alerts', loadComponent: async () => (await import('./alerts/alerts')).Alerts },
  { path: 'rules', loadComponent: async () => (await import('./rules/rules')).Rules },
  { path: 'lists', loadComponent: async () => (await import('./lists/lists')).Lists },
  { path: 'cases/:id', loadComponent: async () => (await import('./case/case')).CasePage },
  { path: 'reports/:id', loadComponent: async () => (await import('./report/report')).ReportPage },
];
