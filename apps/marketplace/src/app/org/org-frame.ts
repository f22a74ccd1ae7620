import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Organisations } from '@ui/app/organisations';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';

const pages = ['members', 'approvals', 'settings', 'statement', 'trail'] as const;

/** The organisation's own navigation beside whichever of its pages is open. */
@Component({
  selector: 'app-org-frame',
  imports: [
    Button,
    EmptyState,
    PageHeader,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    @if (organisations.current(); as current) {
      <div class="page frame">
        <nav [attr.aria-label]="current.name">
          <strong class="name" dir="auto">{{ current.name }}</strong>
          @for (page of pages(); track page) {
            <a [routerLink]="'/org/' + page" routerLinkActive="here" ariaCurrentWhenActive="page">{{
              'org.tabs.' + page | translate
            }}</a>
          }
        </nav>
        <div><router-outlet /></div>
      </div>
    } @else if (organisations.mine()) {
      <div class="page">
        <ui-page-header [heading]="'org.none.heading' | translate" />
        <ui-empty-state
          icon="users"
          [heading]="'org.none.title' | translate"
          [text]="'org.none.text' | translate"
        >
          <a uiButton kind="primary" routerLink="/org/new">{{ 'org.found.verb' | translate }}</a>
        </ui-empty-state>
      </div>
    } @else {
      <div class="page"><ui-skeleton shape="rows" [count]="4" /></div>
    }
  `,
  styles: `
    .frame {
      display: grid;
      grid-template-columns: 200px minmax(0, 1fr);
      gap: var(--s10);
      align-items: start;
    }
    nav {
      display: grid;
      gap: 2px;
    }
    .name {
      justify-self: start;
      padding: 0 var(--s3) var(--s2);
      overflow-wrap: anywhere;
    }
    a:not([uiButton]) {
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
    a:not([uiButton]):hover,
    .here:not([uiButton]) {
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
      .name {
        display: none;
      }
      a:not([uiButton]) {
        min-block-size: 44px;
        white-space: nowrap;
      }
    }
  `,
})
export class OrgFrame {
  protected readonly organisations = inject(Organisations);
  protected readonly pages = computed(() => {
    const role = this.organisations.current()?.role;
    return role === 'owner' || role === 'admin' ? pages : pages.filter((one) => one !== 'trail');
  });
}
