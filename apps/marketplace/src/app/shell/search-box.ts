import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from '@ui/icon';

/** The search of the header; it works without script too, as a plain form to /search. */
@Component({
  selector: 'app-search-box',
  imports: [Icon, TranslatePipe],
  template: `
    <form
      role="search"
      [attr.aria-label]="'shell.search' | translate"
      action="/search"
      (submit)="go($event, field.value)"
    >
      <label>
        <ui-icon name="search" />
        <span class="visually-hidden">{{ 'shell.search' | translate }}</span>
        <input
          #field
          type="search"
          name="q"
          data-search
          autocomplete="off"
          [attr.placeholder]="'shell.searchHint' | translate"
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
    </form>
  `,
  styles: `
    label {
      display: flex;
      align-items: center;
      gap: var(--s2);
      block-size: var(--control);
      padding-inline: var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--surface);
      color: var(--muted);
    }
    label:focus-within {
      outline: 2px solid var(--brand);
      outline-offset: -1px;
    }
    input {
      flex: 1;
      min-inline-size: 0;
      inline-size: 100%;
      block-size: 100%;
      padding: 0;
      border: 0;
      outline: none;
      background: none;
      color: var(--ink);
      font-size: var(--t14);
      appearance: none;
    }
    input::placeholder {
      color: var(--muted);
      opacity: 1;
    }
    @media (pointer: coarse) {
      input {
        font-size: 16px;
      }
      kbd {
        display: none;
      }
    }
  `,
})
export class SearchBox {
  private readonly router = inject(Router);

  protected go(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate(['/search'], { queryParams: { q: text.trim() || null } });
  }
}
