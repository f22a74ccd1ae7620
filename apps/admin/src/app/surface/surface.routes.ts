import type { Routes } from '@angular/router';
import { may } from '@ui/app/guards';

export const surfaceRoutes: Routes = [
  {
    path: 'ip-rules',
    canActivate: [may('inspect', 'IpRule')],
    loadComponent: async () => (await import('./ip-rules/ip-rules')).IpRules,
  },
  {
    path: 'rate-limits',
    canActivate: [may('inspect', 'Surface')],
    loadComponent: async () => (await import('./lists/rate-limits')).RateLimits,
  },
  {
    path: 'browser-reports',
    canActivate: [may('inspect', 'Surface')],
    loadComponent: async () => (await import('./lists/browser-reports')).BrowserReports,
  },
  {
    path: 'secrets',
    canActivate: [may('inspect', 'Surface')],
    loadComponent: async () => (await import('./lists/secrets')).Secrets,
  },
];
