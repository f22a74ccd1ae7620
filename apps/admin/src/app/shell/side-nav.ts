import { Component, inject, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Ability } from '@ui/app/ability';
import { Icon } from '@ui/icon';
import { sections } from './navigation';

/** Only the places this person may see, in the order of a day's work. */
@Component({
  selector: 'app-side-nav',
  imports: [Icon, RouterLink, RouterLinkActive, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'shell.main' | translate">
      @for (section of shown(); track section.word) {
        <h2>{{ 'shell.sections.' + section.word | translate }}</h2>
        <ul>
          @for (place of section.places; track place.path) {
            <li>
              <a
                [routerLink]="place.path"
                routerLinkActive="here"
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="{ exact: place.path === '/' }"
              >
                <ui-icon [name]="place.icon" [size]="16" />
                {{ 'shell.nav.' + place.word | translate }}
              </a>
            </li>
          }
        </ul>
      }
    </nav>
  `,
  styles: `
    nav {
      padding: var(--s2) var(--s3) var(--s6);
    }
    h2 {
      margin-block: var(--s4) var(--s1);
      padding-inline: var(--s3);
      color: var(--muted);
      font-size: var(--t12);
      font-weight: 500;
      letter-spacing: 0;
    }
    h2:first-child {
      margin-block-start: var(--s1);
    }
    a {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-block-size: 34px;
      padding-inline: var(--s3);
      border-radius: var(--radius-control);
      color: var(--ink);
      font-size: var(--t14);
      text-decoration: none;
    }
    a ui-icon {
      color: var(--muted);
    }
    a:hover {
      background: var(--sunken);
      color: var(--ink);
    }
    a.here {
      background: var(--brand-soft);
      color: var(--brand-strong);
      font-weight: 550;
    }
    a.here ui-icon {
      color: inherit;
    }
    @media (pointer: coarse) {
      a {
        min-block-size: 44px;
      }
    }
  `,
})
export class SideNav {
  private readonly ability = inject(Ability);
  protected readonly shown = computed(() =>
    sections
      .map(({ word, places }) => ({
        word,
        places: places.filter(({ needs }) => this.ability.can(...needs)),
      }))
      .filter(({ places }) => places.length > 0),
  );
}
