import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { signedIn } from '@ui/app/guards';
import * as effects from './proposals.effects';
import { proposalsFeature } from './proposals.store';

const providers = [provideState(proposalsFeature), provideEffects(effects)];
const propose = async () => (await import('./propose/propose')).Propose;

/** Under `/jobs/:jobId/propose`. */
export const proposeRoutes: Routes = [
  { path: '', providers, canActivate: [signedIn], loadComponent: propose },
];

/** Under `/proposals`. */
export const proposalRoutes: Routes = [
  {
    path: '',
    providers,
    canActivate: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./mine/my-proposals')).MyProposals,
      },
      { path: ':id/edit', loadComponent: propose },
      {
        path: ':id',
        loadComponent: async () => (await import('./proposal-page/proposal-page')).ProposalPage,
      },
    ],
  },
];
