import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { SidePages } from '@ui/side-pages';

/** The settings' own navigation beside whichever page is open. */
@Component({
  selector: 'app-settings-frame',
  imports: [RouterOutlet, SidePages, TranslatePipe],
  template: `
    <ui-side-pages reading [label]="'account.settings' | translate" [pages]="pages">
      <router-outlet />
    </ui-side-pages>
  `,
})
export class SettingsFrame {
  protected readonly pages = [
    { path: '/settings/profile', word: 'account.profile.tab' },
    { path: '/settings/account', word: 'account.account.tab' },
    { path: '/settings/security', word: 'account.security.tab' },
    { path: '/settings/notifications', word: 'account.notices' },
    { path: '/settings/connected', word: 'account.connected' },
    { path: '/settings/privacy', word: 'account.privacy' },
    { path: '/settings/verification', word: 'account.verification.tab' },
    { path: '/settings/api-keys', word: 'account.apiKeys' },
    { path: '/settings/webhooks', word: 'account.webhooks' },
    { path: '/saved-searches', word: 'account.searches' },
  ] as const;
}
