import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A text as a square that a phone reads: one path, drawn here; nothing of it leaves the page. */
@Component({
  selector: 'ui-qr-code',
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + size() + ' ' + size()">
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      inline-size: 200px;
      padding: var(--s2);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: #fff;
    }
    svg {
      display: block;
      inline-size: 100%;
      shape-rendering: crispEdges;
    }
    path {
      fill: #000;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  private readonly code = computed(() => encode(this.text(), { border: 2 }));
  protected readonly size = computed(() => this.code().size);
  protected readonly path = computed(() =>
    this.code()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
