import { Component, input } from '@angular/core';

/** The arch with its keystone: our mark, and wherever money waits in escrow, the sign of it. */
@Component({
  selector: 'ui-mark',
  template: `
    <svg viewBox="0 0 32 32" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
      @if (keystoneOnly()) {
        <path fill="currentColor" d="M7.5 6h17l-4 20h-9z" />
      } @else {
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="3.6"
          d="M5 29V17.5a11 11 0 0 1 7.2-10.3M27 29V17.5A11 11 0 0 0 19.8 7.2"
        />
        <path fill="currentColor" d="M11.6 2h8.8l-2.1 9.4h-4.6z" />
      }
    </svg>
  `,
  host: { class: 'ui-mark' },
  styles: ':host { display: inline-flex; flex: none; color: var(--brand); }',
})
export class Mark {
  /** Pixels of the square. */
  readonly size = input(24);
  readonly keystoneOnly = input(false);
}
