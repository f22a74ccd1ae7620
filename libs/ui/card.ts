import { booleanAttribute, Component, input } from '@angular/core';

/**
 * A surface with a hairline. `<ui-card heading="Milestones"><button card-actions …>…</ui-card>`.
 * Headings are h2; give `level="3"` inside another card's section.
 */
@Component({
  selector: 'ui-card',
  template: `
    @if (heading(); as words) {
      <header>
        @if (level() === 3) {
          <h3>{{ words }}</h3>
        } @else {
          <h2>{{ words }}</h2>
        }
        <ng-content select="[card-actions]" />
      </header>
    }
    <ng-content />
  `,
  host: { '[class.flush]': 'flush()' },
  styles: `
    :host {
      display: block;
      padding: var(--s6);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      min-inline-size: 0;
    }
    :host(.flush) {
      padding: 0;
      overflow: clip;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3);
      margin-block-end: var(--s4);
    }
    h2 {
      font-size: var(--t16);
    }
    h3 {
      font-size: var(--t14);
    }
    :host(.flush) header {
      margin: 0;
      padding: var(--s4) var(--s6);
      border-block-end: 1px solid var(--line);
    }
    @media (max-width: 640px) {
      :host(:not(.flush)) {
        padding: var(--s4);
      }
    }
    @media print {
      :host {
        break-inside: avoid;
      }
    }
  `,
})
export class Card {
  readonly heading = input<string>();
  readonly level = input<2 | 3, number | string>(2, {
    transform: (value) => (Number(value) === 3 ? 3 : 2),
  });
  /** No padding: for tables and lists that bring their own. */
  readonly flush = input(false, { transform: booleanAttribute });
}
