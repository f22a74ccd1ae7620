import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-strokes';

/** Nothing here yet: what will be, and the one action that starts it (as content). */
@Component({
  selector: 'ui-empty-state',
  imports: [Icon],
  template: `
    <span class="icon"><ui-icon [name]="icon()" [size]="22" /></span>
    <h2>{{ heading() }}</h2>
    @if (text(); as words) {
      <p>{{ words }}</p>
    }
    <div><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--s2);
      padding: var(--s12) var(--s6);
      text-align: center;
    }
    .icon {
      display: grid;
      place-items: center;
      inline-size: 48px;
      block-size: 48px;
      margin-block-end: var(--s2);
      border-radius: 24px 24px 8px 8px;
      background: var(--sunken);
      color: var(--muted);
    }
    h2 {
      font-size: var(--t16);
    }
    p {
      max-inline-size: 48ch;
      color: var(--muted);
      font-size: var(--t14);
      line-height: 1.55;
    }
    div {
      margin-block-start: var(--s3);
    }
    div:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  readonly icon = input<IconName>('search');
}
