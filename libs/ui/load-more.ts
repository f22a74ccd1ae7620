import { booleanAttribute, Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from './button';

/** The following page of a list that is no grid, and how many are shown. */
@Component({
  selector: 'ui-load-more',
  imports: [Button, TranslatePipe],
  template: `
    <button uiButton type="button" [busy]="busy()" (click)="more.emit()">
      {{ 'ui.loadMore' | translate }}
    </button>
    <span role="status">{{ 'ui.shown' | translate: { count: count() } }}</span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s4);
      padding-block: var(--s4);
      color: var(--muted);
      font-size: var(--t13);
    }
  `,
})
export class LoadMore {
  readonly count = input.required<number>();
  readonly busy = input(false, { transform: booleanAttribute });
  readonly more = output();
}
