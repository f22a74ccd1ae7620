import { Component, computed, input } from '@angular/core';

export type Tone = 'brand' | 'attention' | 'danger' | 'info' | 'neutral';
export type Shape = 'keystone' | 'ring' | 'half' | 'dot' | 'check' | 'cross' | 'square';
const shapes: Record<Shape, string> = {
  keystone: 'M1.5 1h9L8.4 11H3.6z',
  ring: 'M6 1.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zm0 1.7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  half: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 1.6v6.8a3.4 3.4 0 0 1 0-6.8z',
  dot: 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  check: 'M10.8 3 4.8 9.8 1.2 6.3l1.2-1.2 2.3 2.2L9.5 1.9z',
  cross:
    'm2.8 1.6 3.2 3.2 3.2-3.2 1.2 1.2L7.2 6l3.2 3.2-1.2 1.2L6 7.2l-3.2 3.2-1.2-1.2L4.8 6 1.6 2.8z',
  square: 'M2 2h8v8H2z',
};
const usual: Record<Tone, Shape> = {
  brand: 'check',
  attention: 'half',
  danger: 'cross',
  info: 'dot',
  neutral: 'ring',
};

/** A state as a word with a shape, never colour alone: `<ui-status tone="brand">Released</ui-status>`. */
@Component({
  selector: 'ui-status',
  template: `
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" [attr.d]="path()" />
    </svg>
    <ng-content />
  `,
  host: { '[class]': 'tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      inline-size: fit-content;
      gap: 6px;
      padding: 2px 10px 2px 8px;
      border-radius: var(--radius-full);
      background: var(--sunken);
      color: var(--ink);
      font-size: var(--t13);
      font-weight: 500;
      line-height: 20px;
      white-space: nowrap;
    }
    svg {
      flex: none;
      color: var(--muted);
    }
    :host(.brand) {
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
    :host(.attention) {
      background: var(--attention-soft);
      color: var(--attention);
    }
    :host(.danger) {
      background: var(--danger-soft);
      color: var(--danger);
    }
    :host(.info) {
      background: var(--info-soft);
      color: var(--info);
    }
    :host(:not(.neutral)) svg {
      color: currentColor;
    }
    @media print {
      :host {
        border: 1px solid currentColor;
      }
    }
  `,
})
export class Status {
  readonly tone = input<Tone>('neutral');
  /** `keystone` wherever money waits in escrow; otherwise each tone has its usual shape. */
  readonly shape = input<Shape>();
  protected readonly path = computed(() => shapes[this.shape() ?? usual[this.tone()]]);
}
