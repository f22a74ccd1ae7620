import { booleanAttribute, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-strokes';

/**
 * `<button uiButton kind="primary" [busy]="saving()">Release ₹40,000</button>`; also on `<a>`.
 * One primary per page: the next thing to do. While busy it keeps its width and refuses clicks.
 */
@Component({
  // An attribute, so that the page keeps a real button or link.
  selector: 'button[uiButton], a[uiButton]',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <ui-icon [name]="name" [size]="small() ? 16 : 18" />
    }
    <span class="label"><ng-content /></span>
    @if (iconEnd(); as name) {
      <ui-icon [name]="name" [size]="small() ? 16 : 18" />
    }
    @if (busy()) {
      <span class="bar"></span>
    }
  `,
  host: {
    '[class]': 'kind()',
    '[class.small]': 'small()',
    '[class.block]': 'block()',
    '[class.busy]': 'busy()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
    '(click)': 'refuseWhileBusy($event)',
  },
  styleUrl: './button.scss',
})
export class Button {
  readonly kind = input<'primary' | 'secondary' | 'quiet' | 'danger'>('secondary');
  readonly busy = input(false, { transform: booleanAttribute });
  readonly small = input(false, { transform: booleanAttribute });
  readonly block = input(false, { transform: booleanAttribute });
  readonly icon = input<IconName>();
  readonly iconEnd = input<IconName>();

  /** Stays focusable while busy, so that a screen reader does not lose its place. */
  protected refuseWhileBusy(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
