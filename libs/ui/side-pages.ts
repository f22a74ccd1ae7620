import { Component, booleanAttribute, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** One of several pages that belong together. */
export interface SidePage {
  readonly path: string;
  readonly word: string;
}

/** Pages that belong together: their own navigation beside whichever is open, above it on a phone. */
@Component({
  selector: 'ui-side-pages',
  imports: [RouterLink, RouterLinkActive, TranslatePipe],
  template: `
    <nav [attr.aria-label]="label()">
      @if (named()) {
        <strong class="name" dir="auto">{{ label() }}</strong>
      }
      @for (page of pages(); track page.path) {
        <a
          #link
          [routerLink]="page.path"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          (isActiveChange)="$event && bringIntoView(link)"
          >{{ page.word | translate }}</a
        >
      }
    </nav>
    <div><ng-content /></div>
  `,
  host: { class: 'page', '[class.reading]': 'reading()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: 200px minmax(0, 1fr);
      gap: var(--s10);
      align-items: start;
    }
    :host(.reading) {
      grid-template-columns: 200px minmax(0, 720px);
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
      :host,
      :host(.reading) {
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
      a {
        min-block-size: 44px;
        white-space: nowrap;
      }
    }
  `,
})
export class SidePages {
  readonly label = input.required<string>();
  /** Whether the label stands over the navigation too, where there is room. */
  readonly named = input(false, { transform: booleanAttribute });
  readonly pages = input.required<readonly SidePage[]>();
  /** Pages of text and forms: no wider than one reads well. */
  readonly reading = input(false, { transform: booleanAttribute });

  /** On a phone the row is longer than the screen; where one is has to be seen. */
  protected bringIntoView(link: HTMLElement): void {
    const isDrawn = 'scrollIntoView' in link;
    if (isDrawn) link.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
}
