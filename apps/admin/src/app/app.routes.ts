import type { Routes } from '@angular/router';
import { guest, may } from '@ui/app/guards';
import { words } from '@ui/app/words';
import { hasFactor, lacksFactor } from './login/factor-guards';

export const routes: Routes = [
  {
    path: 'login',
    canActivate: [guest],
    resolve: { words: words('login') },
    loadComponent: async () => (await import('./login/login')).LogIn,
  },
  {
    path: 'second-factor',
    canActivate: [lacksFactor],
    resolve: { words: words('login') },
    loadComponent: async () => (await import('./login/enrol')).Enrol,
  },
  {
    path: '',
    canActivate: [hasFactor],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      {
        path: 'approvals',
        canActivate: [may('read', 'Approval')],
        resolve: { words: words('approvals', 'problems') },
        loadChildren: async () => (await import('./approvals/approvals.routes')).approvalsRoutes,
      },
      {
        path: 'compliance/holds',
        canActivate: [may('inspect', 'Hold')],
        resolve: { words: words('holds', 'problems') },
        loadChildren: async () => (await import('./holds/holds.routes')).holdsRoutes,
      },
      {
        path: 'privacy',
        canActivate: [may('inspect', 'Privacy')],
        resolve: { words: words('privacy', 'problems') },
        loadChildren: async () => (await import('./privacy/privacy.routes')).privacyRoutes,
      },
      {
        path: 'risk',
        canActivate: [may('inspect', 'Screening')],
        resolve: { words: words('risk', 'problems') },
        loadChildren: async () => (await import('./risk/risk.routes')).riskRoutes,
      },
      {
        path: 'verification',
        canActivate: [may('inspect', 'Verification')],
        resolve: { words: words('verification', 'problems') },
        loadChildren: async () =>
          (await import('./verification/verification.routes')).verificationRoutes,
      },
      {
        path: 'finance/chargebacks',
        canActivate: [may('inspect', 'Chargeback')],
        resolve: { words: words('chargebacks', 'problems') },
        loadChildren: async () =>
          (await import('./chargebacks/chargebacks.routes')).chargebacksRoutes,
      },
      {
        path: 'finance/journals',
        canActivate: [may('inspect', 'Journal')],
        resolve: { words: words('journals', 'problems') },
        loadChildren: async () => (await import('./journals/journals.routes')).journalsRoutes,
      },
      {
        path: 'finance/periods',
        canActivate: [may('inspect', 'Period')],
        resolve: { words: words('periods', 'ledger', 'problems') },
        loadChildren: async () => (await import('./periods/periods.routes')).periodsRoutes,
      },
      {
        path: 'finance/reconciliation',
        canActivate: [may('inspect', 'Reconciliation')],
        resolve: { words: words('reconciliation', 'problems') },
        loadChildren: async () =>
          (await import('./reconciliation/reconciliation.routes')).reconciliationRoutes,
      },
      {
        path: 'finance/payouts',
        canActivate: [may('inspect', 'Payout')],
        resolve: { words: words('payouts', 'problems') },
        loadChildren: async () => (await import('./payouts/payouts.routes')).payoutsRoutes,
      },
      {
        path: 'finance/ledger',
        canActivate: [may('inspect', 'Ledger')],
        resolve: { words: words('ledger') },
        loadChildren: async () => (await import('./ledger/ledger.routes')).ledgerRoutes,
      },
      {
        path: 'audit',
        canActivate: [may('read', 'Console')],
        resolve: { words: words('audit', 'ledger', 'problems') },
        loadChildren: async () => (await import('./audit/audit.routes')).auditRoutes,
      },
      {
        path: 'ops/streams/:stream',
        canActivate: [may('inspect', 'Stream')],
        resolve: { words: words('streams') },
        loadComponent: async () => (await import('./streams/stream')).StreamPage,
      },
      {
        path: 'disputes',
        canActivate: [may('inspect', 'Dispute')],
        resolve: { words: words('disputes', 'problems') },
        loadChildren: async () => (await import('./disputes/disputes.routes')).disputesRoutes,
      },
      {
        path: 'contracts',
        canActivate: [may('inspect', 'Contract')],
        resolve: { words: words('contracts', 'problems') },
        loadChildren: async () => (await import('./contracts/contracts.routes')).contractsRoutes,
      },
      {
        path: 'jobs',
        canActivate: [may('inspect', 'Job')],
        resolve: { words: words('jobs') },
        loadComponent: async () => (await import('./jobs/jobs')).Jobs,
      },
      {
        path: 'users',
        canActivate: [may('inspect', 'Account')],
        resolve: { words: words('users', 'holds', 'problems') },
        loadChildren: async () => (await import('./users/users.routes')).usersRoutes,
      },
      {
        path: 'orgs',
        canActivate: [may('inspect', 'Organisation')],
        resolve: { words: words('orgs', 'problems') },
        loadChildren: async () => (await import('./orgs/orgs.routes')).orgsRoutes,
      },
      {
        path: 'roles',
        canActivate: [may('inspect', 'Role')],
        resolve: { words: words('roles', 'problems') },
        loadChildren: async () => (await import('./roles/roles.routes')).rolesRoutes,
      },
      {
        path: 'staff',
        canActivate: [may('inspect', 'Role')],
        resolve: { words: words('staff', 'problems') },
        loadChildren: async () => (await import('./staff/staff.routes')).staffRoutes,
      },
      {
        path: 'sessions',
        canActivate: [may('inspect', 'Session')],
        resolve: { words: words('staff', 'problems') },
        loadChildren: async () => (await import('./staff/staff.routes')).sessionsRoutes,
      },
      {
        path: 'elevations',
        canActivate: [may('read', 'Console')],
        resolve: { words: words('elevations', 'problems') },
        loadChildren: async () => (await import('./elevations/elevations.routes')).elevationsRoutes,
      },
      {
        path: 'ops/queues',
        canActivate: [may('inspect', 'Queue')],
        resolve: { words: words('queues') },
        loadChildren: async () => (await import('./queues/queues.routes')).queuesRoutes,
      },
      {
        path: 'ops/projections',
        canActivate: [may('inspect', 'Projection')],
        resolve: { words: words('projections', 'problems') },
        loadComponent: async () => (await import('./projections/projections')).Projections,
      },
      {
        path: 'webhooks',
        canActivate: [may('inspect', 'Webhook')],
        resolve: { words: words('webhooks', 'problems') },
        loadComponent: async () => (await import('./webhooks/webhooks')).Webhooks,
      },
      {
        path: 'texts',
        canActivate: [may('inspect', 'Account')],
        resolve: { words: words('texts', 'problems') },
        loadComponent: async () => (await import('./texts/texts')).Texts,
      },
      {
        path: 'apikeys',
        canActivate: [may('inspect', 'ApiKey')],
        resolve: { words: words('api-keys', 'problems') },
        loadComponent: async () => (await import('./api-keys/api-keys')).ApiKeys,
      },
      {
        path: '',
        pathMatch: 'full',
        canActivate: [may('read', 'Console')],
        resolve: { words: words('home', 'approvals') },
        loadComponent: async () => (await import('./home/home')).Home,
      },
      {
        path: '',
        resolve: { words: words('surface', 'problems') },
        loadChildren: async () => (await import('./surface/surface.routes')).surfaceRoutes,
      },
      {
        path: '',
        resolve: { words: words('errors') },
        loadChildren: async () => (await import('./errors/errors.routes')).errorRoutes,
      },
    ],
  },
];
