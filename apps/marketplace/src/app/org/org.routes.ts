import type { Routes } from '@angular/router';
import { may, signedIn } from '@ui/app/guards';
import { words } from '@ui/app/words';

/** Under `/org`. Joining is for guests as well: the mail may reach somebody without an account. */
export const orgRoutes: Routes = [
  { path: 'join', loadComponent: async () => (await import('./join/join')).JoinOrganisation },
  {
    path: 'new',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./found/found')).FoundOrganisation,
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./org-frame')).OrgFrame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'members' },
      {
        path: 'members',
        loadComponent: async () => (await import('./members/members')).OrgMembers,
      },
      {
        path: 'roles',
        loadComponent: async () => (await import('./roles/roles')).OrgRoles,
      },
      { path: 'work', loadComponent: async () => (await import('./work/work')).OrgWork },
      {
        path: 'talent',
        resolve: { words: words('pools') },
        children: [
          { path: '', loadComponent: async () => (await import('./talent/pools')).Pools },
          { path: ':poolId', loadComponent: async () => (await import('./talent/pool')).Pool },
        ],
      },
      {
        path: 'onboarding',
        resolve: { words: words('onboarding') },
        children: [
          {
            path: '',
            loadComponent: async () =>
              (await import('./onboarding/onboarding-list')).OnboardingList,
          },
          {
            path: 'plan',
            loadComponent: async () => (await import('./onboarding/plan-editor')).PlanEditor,
          },
          {
            path: ':onboardingId',
            loadComponent: async () =>
              (await import('./onboarding/onboarding-page')).OnboardingPage,
          },
        ],
      },
      {
        path: 'approvals',
        loadComponent: async () => (await import('./approvals/approvals')).OrgApprovals,
      },
      {
        path: 'settings',
        loadComponent: async () => (await import('./settings/settings')).OrgSettings,
      },
      {
        path: 'statement',
        loadComponent: async () => (await import('./statement/statement')).OrgStatement,
      },
      {
        path: 'sso',
        resolve: { words: words('sso') },
        loadComponent: async () => (await import('./sso/sso')).OrgSso,
      },
      {
        path: 'scim',
        resolve: { words: words('scim') },
        loadComponent: async () => (await import('./scim/scim')).OrgScim,
      },
      { path: 'trail', loadComponent: async () => (await import('./trail/trail')).OrgTrail },
    ],
  },
];

/** Under `/onboarding`: what a provider has to do for organisations. */
export const onboardingRoutes: Routes = [
  {
    path: '',
    canActivate: [signedIn],
    resolve: { words: words('onboarding') },
    data: { own: true },
    children: [
      {
        path: '',
        loadComponent: async () => (await import('./onboarding/onboarding-list')).OnboardingList,
      },
      {
        path: ':onboardingId',
        loadComponent: async () => (await import('./onboarding/onboarding-page')).OnboardingPage,
      },
    ],
  },
];

/** Under `/pools`: the pools of whoever acts for themselves. */
export const poolRoutes: Routes = [
  {
    path: '',
    canActivate: [may('read', 'TalentPool')],
    resolve: { words: words('pools') },
    data: { own: true },
    children: [
      { path: '', loadComponent: async () => (await import('./talent/pools')).Pools },
      { path: ':poolId', loadComponent: async () => (await import('./talent/pool')).Pool },
    ],
  },
];
