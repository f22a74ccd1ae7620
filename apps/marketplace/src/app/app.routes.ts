import type { Routes } from '@angular/router';
import { signedIn } from '@ui/app/guards';
import { words } from '@ui/app/words';

/** Each context brings its own pages, words and store. The last entry is for what no one knows. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadChildren: async () => (await import('./home/home.routes')).homeRoutes,
  },
  {
    path: '',
    loadChildren: async () => (await import('./accounts/accounts.routes')).accountsRoutes,
  },
  {
    path: 'search',
    resolve: { words: words('search', 'market') },
    loadChildren: async () => (await import('./search/search.routes')).searchRoutes,
  },
  {
    path: 'jobs',
    pathMatch: 'full',
    data: { kind: 'jobs' },
    resolve: { words: words('search', 'market') },
    loadChildren: async () => (await import('./search/search.routes')).searchRoutes,
  },
  {
    path: 'jobs/:jobId/propose',
    resolve: { words: words('proposals', 'market') },
    loadChildren: async () => (await import('./proposals/proposals.routes')).proposeRoutes,
  },
  {
    path: 'proposals',
    resolve: { words: words('proposals', 'market') },
    loadChildren: async () => (await import('./proposals/proposals.routes')).proposalRoutes,
  },
  {
    path: 'jobs',
    resolve: { words: words('jobs', 'market') },
    loadChildren: async () => (await import('./jobs/jobs.routes')).jobRoutes,
  },
  {
    path: 'talent',
    pathMatch: 'full',
    data: { kind: 'talent' },
    resolve: { words: words('search', 'market') },
    loadChildren: async () => (await import('./search/search.routes')).searchRoutes,
  },
  {
    path: 'talent',
    resolve: { words: words('talent') },
    loadChildren: async () => (await import('./talent/talent.routes')).talentRoutes,
  },
  {
    path: 'settings',
    canActivate: [signedIn],
    resolve: { words: words('account') },
    loadChildren: async () => (await import('./account/account.routes')).settingsRoutes,
  },
  {
    path: 'developers',
    resolve: { words: words('developers') },
    loadChildren: async () => (await import('./developers/developers.routes')).developersRoutes,
  },
  {
    path: 'unsubscribe',
    resolve: { words: words('notices') },
    loadComponent: async () => (await import('./account/notices/unsubscribe')).Unsubscribe,
  },
  {
    path: 'notifications',
    canActivate: [signedIn],
    resolve: { words: words('account') },
    loadChildren: async () => (await import('./account/account.routes')).notificationRoutes,
  },
  {
    path: 'saved-searches',
    canActivate: [signedIn],
    resolve: { words: words('search', 'market') },
    loadChildren: async () => (await import('./search/search.routes')).savedSearchRoutes,
  },
  ...(['fund', 'deliver', 'review'] as const).map((page) => ({
    path: `contracts/:contractId/${page}`,
    canActivate: [signedIn],
    resolve: { words: words('escrow') },
    loadChildren: async () => (await import('./escrow/escrow.routes')).escrowRoutes(page),
  })),
  {
    path: 'contracts/:contractId/dispute',
    canActivate: [signedIn],
    resolve: { words: words('disputes') },
    loadChildren: async () => (await import('./disputes/disputes.routes')).openDisputeRoutes,
  },
  {
    path: 'contracts/:contractId/review-partner',
    canActivate: [signedIn],
    resolve: { words: words('reviews') },
    loadChildren: async () => (await import('./reviews/reviews.routes')).reviewsRoutes,
  },
  {
    path: 'contracts',
    canActivate: [signedIn],
    resolve: { words: words('contracts') },
    loadChildren: async () => (await import('./contracts/contracts.routes')).contractsRoutes,
  },
  {
    path: 'disputes',
    canActivate: [signedIn],
    resolve: { words: words('disputes') },
    loadChildren: async () => (await import('./disputes/disputes.routes')).disputesRoutes,
  },
  {
    path: 'org',
    resolve: { words: words('org') },
    loadChildren: async () => (await import('./org/org.routes')).orgRoutes,
  },
  {
    path: 'onboarding',
    loadChildren: async () => (await import('./org/org.routes')).onboardingRoutes,
  },
  {
    path: 'pools',
    loadChildren: async () => (await import('./org/org.routes')).poolRoutes,
  },
  {
    path: 'wallet',
    canActivate: [signedIn],
    resolve: { words: words('wallet') },
    loadChildren: async () => (await import('./wallet/wallet.routes')).walletRoutes,
  },
  {
    path: 'receipts',
    resolve: { words: words('receipts') },
    loadChildren: async () => (await import('./receipts/receipts.routes')).receiptsRoutes,
  },
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
