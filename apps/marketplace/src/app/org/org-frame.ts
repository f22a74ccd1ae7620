import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Power } from '@wire/permissions/vocabulary';
import { Organisations } from '@ui/app/organisations';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { PageHeader } from '@ui/page-header';
import { SidePages } from '@ui/side-pages';
import { Skeleton } from '@ui/skeleton';

const names = [
  'members',
  'roles',
  'work',
  'talent',
  'onboarding',
  'approvals',
  'settings',
  'statement',
  'sso',
  'scim',
  'trail',
];
const pages = names.map((page) => ({
  path: `/org/${page}`,
  word: `org.tabs.${page}`,
}));
/** What only those see who run that part of the organisation. */
const needs: Readonly<Record<string, Power>> = {
  '/org/onboarding': 'hire',
  '/org/sso': 'directory',
  '/org/scim': 'directory',
  '/org/trail': 'trail',
};

/** The organisation's own navigation beside whichever of its pages is open. */
@Component({
  selector: 'app-org-frame',
  imports: [
    Button,
    EmptyState,
    PageHeader,
    RouterLink,
    RouterOutlet,
    SidePages,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    @if (organisations.current(); as current) {
      <ui-side-pages named [label]="current.name" [pages]="pages()">
        <router-outlet />
      </ui-side-pages>
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
})
export class OrgFrame {
  protected readonly organisations = inject(Organisations);
  protected readonly pages = computed(() => {
    const { powers = [] } = this.organisations.current() ?? {};
    return pages.filter(({ path }) => {
      const power = needs[path];
      return !power || powers.includes(power);
    });
  });
}
