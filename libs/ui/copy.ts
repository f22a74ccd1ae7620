import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { copying } from './app/copying';
import { Icon } from './icon';

/** A code that can be copied: a correlation id, a hash, a reference. `label` says what it is. */
@Component({
  selector: 'ui-copy',
  imports: [Icon, TranslatePipe],
  template: `
    <code>{{ text() }}</code>
    <button
      type="button"
      [attr.aria-label]="(copying.done() ? 'ui.copied' : 'ui.copy') | translate: { what: label() }"
      (click)="copying.take(text())"
    >
      <ui-icon [name]="copying.done() ? 'check' : 'copy'" [size]="14" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      max-inline-size: 100%;
      padding-inline-start: 8px;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--sunken);
    }
    code {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--t12);
      line-height: 26px;
      unicode-bidi: isolate;
      direction: ltr;
    }
    button {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 28px;
      block-size: 26px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
  `,
})
export class Copy {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly copying = copying();
}
