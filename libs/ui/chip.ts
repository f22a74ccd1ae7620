import { Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

/** A word that stands for something chosen: a skill, a facet. With `removable` it can be taken away. */
@Component({
  selector: 'ui-chip',
  imports: [Icon, TranslatePipe],
  template: `
    <ng-content />
    @if (removable()) {
      <button
        type="button"
        [attr.aria-label]="'ui.remove' | translate: { what: label() }"
        (click)="removed.emit()"
      >
        <ui-icon name="close" [size]="14" />
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-block-size: 26px;
      padding: 1px 10px;
      border: 1px solid var(--line);
      border-radius: var(--radius-full);
      background: var(--surface);
      font-size: var(--t13);
      line-height: 1.4;
    }
    :host:has(button) {
      padding-inline-end: 2px;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-full);
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button:hover {
      background: var(--sunken);
      color: var(--ink);
    }
  `,
})
export class Chip {
  readonly removable = input(false);
  /** The word again, for the remove button's name. */
  readonly label = input('');
  readonly removed = output();
}
