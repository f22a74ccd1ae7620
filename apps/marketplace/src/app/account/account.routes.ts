import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { words } from '@ui/app/words';
import * as effects from './account.effects';
import { accountFeature } from './account.store';

const providers = [provideState(accountFeature), provideEffects(effects)];

/** Under `/settings`. */
export const settingsRoutes: Routes = [
  {
    path: '',
    providers,
    loadComponent: async () => (await import('./settings-frame')).SettingsFrame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        loadComponent: async () => (await import('./profile/profile')).ProfileSettings,
      },
      {
        path: 'account',
        loadComponent: async () => (await import('./account/account')).AccountSettings,
      },
      {
        path: 'verification',
        resolve: { words: words('verification') },
        loadComponent: async () =>
          (await import('./verification/verification')).VerificationSettings,
      },
      {
        path: 'security',
        loadComponent: async () => (await import('./security/security')).Security,
      },
      {
        path: 'notifications',
        resolve: { words: words('notices') },
        loadComponent: async () => (await import('./notices/notices')).Notices,
      },
      {
        path: 'connected',
        resolve: { words: words('connected') },
        loadComponent: async () => (await import('./connected/connected')).Connected,
      },
      {
        path: 'api-keys',
        resolve: { words: words('api-keys') },
        loadComponent: async () => (await import('./api-keys/api-keys')).ApiKeys,
      },
      {
        path: 'privacy',
        resolve: { words: words('privacy') },
        children: [
          {
            path: '',
            loadComponent: async () => (await import('./privacy/privacy')).Privacy,
          },
          {
            path: 'access',
            loadComponent: async () => (await import('./privacy/access')).PrivacyAccess,
          },
        ],
      },
      {
        path: 'webhooks',
        resolve: { words: words('webhooks') },
        loadComponent: async () => (await import('./webhooks/webhooks')).Webhooks,
      },
    ],
  },
];

/** Under `/notifications`. */
export const notificationRoutes: Routes = [
  {
    path: '',
    providers,
    loadComponent: async () => (await import('./notifications/notifications')).Notifications,
  },
];
