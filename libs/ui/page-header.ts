import { Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

export interface Crumb {
  label: string;
  link?: string;
}

/**
 * Every page's head: the h1 (which takes focus on navigation, see `FocusOnNavigation`), the document
 * title, breadcrumbs, and actions as content. `<ui-page-header heading="Wallet" lead="…">`.
 */
@Component({
  selector: 'ui-page-header',
  imports: [Icon, RouterLink, TranslatePipe],
  template: `
    @if (crumbs().length > 0) {
      <nav [attr.aria-label]="'ui.breadcrumbs' | translate">
        <ol>
          @for (crumb of crumbs(); track crumb.label) {
            <li>
              @if (crumb.link) {
                <a [routerLink]="crumb.link">{{ crumb.label }}</a>
              } @else {
                <span aria-current="page">{{ crumb.label }}</span>
              }
              @if (!$last) {
                <ui-icon name="chevron-end" [size]="14" />
              }
            </li>
          }
        </ol>
      </nav>
    }
    <div class="line">
      <div class="words">
        <h1 tabindex="-1">{{ heading() }}</h1>
        <ng-content select="[header-status]" />
      </div>
      <div class="actions no-print"><ng-content /></div>
    </div>
    @if (lead(); as words) {
      <p>{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--s6);
    }
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      margin-block-end: var(--s2);
      font-size: var(--t13);
    }
    li {
      display: flex;
      align-items: center;
      gap: 2px;
      color: var(--muted);
    }
    li a {
      display: inline-block;
      padding-block: 3px;
      color: var(--muted);
      text-decoration: none;
    }
    li a:hover {
      color: var(--ink);
      text-decoration: underline;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3);
    }
    .words,
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
      min-inline-size: 0;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    p {
      margin-block-start: var(--s2);
      color: var(--muted);
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input<string>();
  readonly crumbs = input<readonly Crumb[]>([]);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · Guildhall`));
  }
}
