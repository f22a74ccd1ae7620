import type { Routes } from '@angular/router';
import { may } from '@ui/app/guards';

const log = may('inspect', 'AuditLog');
const exports = may('inspect', 'AuditExport');

export const auditRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'log' },
  {
    path: 'log',
    canActivate: [log],
    loadComponent: async () => (await import('./log/log')).AuditLog,
  },
  {
    path: 'access',
    canActivate: [log],
    loadComponent: async () => (await import('./access/access')).Access,
  },
  {
    path: 'streams',
    canActivate: [log],
    loadComponent: async () => (await import('./streams/streams')).RecordState,
  },
  {
    path: 'replay',
    canActivate: [may('inspect', 'Replay')],
    loadComponent: async () => (await import('./replay/replay')).Replay,
  },
  {
    path: 'exports',
    pathMatch: 'full',
    canActivate: [exports],
    loadComponent: async () => (await import('./exports/list/list')).ExportList,
  },
  {
    path: 'exports/new',
    canActivate: [may('request', 'AuditExport')],
    loadComponent: async () => (await import('./exports/ask/ask')).AskForExport,
  },
  {
    path: 'exports/:id',
    canActivate: [exports],
    loadComponent: async () => (await import('./exports/export/export')).ExportPage,
  },
  {
    path: 'verify',
    canActivate: [may('read', 'Console')],
    loadComponent: async () => (await import('./verify/verify')).Verify,
  },
];
