import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** The settings' own navigation beside whichever page is open. */
@Component({
  selector: 'app-settings-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslatePipe],
  template: `
    <div class="page frame">
      <nav [attr.aria-label]="'account.settings' | translate">
        @for (page of pages; track page.path) {
          <a [routerLink]="page.path" routerLinkActive="here" ariaCurrentWhenActive="page">{{
            page.word | translate
          }}</a>
        }
      </nav>
      <div><router-outlet /></div>
    </div>
  `,
  styles: `
    .frame {
      display: grid;
      grid-template-columns: 200px minmax(0, 720px);
      gap: var(--s10);
      align-items: start;
    }
    nav {
      display: grid;
      gap: 2px;
    }
    a {
      display: flex;
      align-items: center;
      min-block-size: 40px;
      padding-inline: var(--s3);
      border-radius: var(--radius-control);
      color: var(--muted);
      font-size: var(--t14);
      font-weight: 500;
      text-decoration: none;
    }
    a:hover,
    .here {
      background: var(--sunken);
      color: var(--ink);
    }
    @media (max-width: 900px) {
      .frame {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s5);
      }
      nav {
        display: flex;
        overflow-x: auto;
      }
      a {
        min-block-size: 44px;
        white-space: nowrap;
      }
    }
  `,
})
export class SettingsFrame {
  protected readonly pages = [
    { path: '/settings/profile', word: 'account.profile.tab' },
    { path: '/settings/account', word: 'account.account.tab' },
    { path: '/settings/security', word: 'account.security.tab' },
    { path: '/settings/connected', word: 'account.connected' },
    { path: '/settings/privacy', word: 'account.privacy' },
    { path: '/settings/verification', word: 'account.verification.tab' },
    { path: '/settings/api-keys', word: 'account.apiKeys' },
    { path: '/settings/webhooks', word: 'account.webhooks' },
    { path: '/saved-searches', word: 'account.searches' },
  ] as const;
}
