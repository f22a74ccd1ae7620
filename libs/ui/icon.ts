import { Component, computed, input } from '@angular/core';
import { type IconName, mirrored, strokes } from './icon-strokes';

/** A 20-unit line icon of the kit's own sprite. Decorative always: the word stands beside it. */
@Component({
  selector: 'ui-icon',
  template: `
    <svg viewBox="0 0 20 20" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
        [attr.d]="path()"
      />
    </svg>
  `,
  host: { '[class.mirrored]': 'turns()' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.2em;
    }
    :host-context([dir='rtl']).mirrored {
      scale: -1 1;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Pixels of the square. */
  readonly size = input(18);
  protected readonly path = computed(() => strokes[this.name()]);
  protected readonly turns = computed(() => mirrored.includes(this.name()));
}
