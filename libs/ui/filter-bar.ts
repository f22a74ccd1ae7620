import { Component, type ElementRef, input, model, output, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from './button';
import { Chip } from './chip';
import { Icon } from './icon';

export interface ActiveFilter {
  id: string;
  label: string;
}

/**
 * Search and filters above a list: `[(query)]`, more controls as content, and what is active as chips
 * that can be taken away. The page keeps all of it in the URL.
 */
@Component({
  selector: 'ui-filter-bar',
  imports: [Button, Chip, Icon, TranslatePipe],
  template: `
    <form
      role="search"
      [attr.aria-label]="label()"
      (submit)="$event.preventDefault(); query.set(field.value)"
    >
      <label class="search">
        <ui-icon name="search" />
        <span class="visually-hidden">{{ label() }}</span>
        <input
          #field
          type="search"
          data-search
          [value]="query()"
          [attr.placeholder]="placeholder() ?? label()"
          (input)="soon(field.value)"
        />
      </label>
      <ng-content />
    </form>
    @if (active().length > 0) {
      <div class="active">
        @for (filter of active(); track filter.id) {
          <ui-chip [removable]="true" [label]="filter.label" (removed)="removed.emit(filter.id)">{{
            filter.label
          }}</ui-chip>
        }
        <button uiButton small kind="quiet" type="button" (click)="cleared.emit()">
          {{ 'ui.clearAll' | translate }}
        </button>
      </div>
    }
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
    .search {
      flex: 1 1 220px;
      display: flex;
      align-items: center;
      gap: var(--s2);
      max-inline-size: 420px;
      min-block-size: 36px;
      padding-inline: var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--surface);
      color: var(--muted);
    }
    .search:focus-within {
      outline: 2px solid var(--brand);
      outline-offset: -1px;
    }
    input {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 34px;
      border: 0;
      outline: none;
      background: none;
      color: var(--ink);
      font-size: var(--t14);
    }
    .active {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
      margin-block-start: var(--s3);
    }
    @media (pointer: coarse) {
      .search {
        min-block-size: 44px;
      }
      input {
        font-size: 16px;
      }
    }
  `,
})
export class FilterBar {
  readonly label = input.required<string>();
  readonly placeholder = input<string>();
  readonly query = model('');
  readonly active = input<readonly ActiveFilter[]>([]);
  readonly removed = output<string>();
  readonly cleared = output();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer?: ReturnType<typeof setTimeout>;

  focus(): void {
    this.field().nativeElement.focus();
  }
  /** 200 ms after the last key: fast enough to feel instant, slow enough not to ask for every letter. */
  protected soon(typed: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.query.set(typed), 200);
  }
}
