import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { signedIn } from '@ui/app/guards';
import * as effects from './jobs.effects';
import { jobsFeature } from './jobs.store';
import * as draftEffects from './wizard/draft.effects';
import { draftFeature } from './wizard/draft.store';

const wizard = async () => (await import('./wizard/wizard')).Wizard;

export const jobRoutes: Routes = [
  {
    path: '',
    providers: [
      provideState(jobsFeature),
      provideState(draftFeature),
      provideEffects(effects, draftEffects),
    ],
    children: [
      { path: 'new', canActivate: [signedIn], loadComponent: wizard },
      {
        path: 'mine',
        canActivate: [signedIn],
        loadComponent: async () => (await import('./my-jobs/my-jobs')).MyJobs,
      },
      { path: ':id/edit', canActivate: [signedIn], loadComponent: wizard },
      {
        path: ':id/manage',
        canActivate: [signedIn],
        loadComponent: async () => (await import('./manage/manage')).Manage,
      },
      {
        path: ':id/sign',
        canActivate: [signedIn],
        loadComponent: async () => (await import('./sign/sign')).Sign,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./job-page/job-page')).JobPage,
      },
    ],
  },
];
