import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';

/**
 * The final geometry, greyed, shown only after 150 ms. `lines` for text, `rows` for a table,
 * `tiles` for cards: `@if (view(); as v) {…} @else { <ui-skeleton shape="rows" [count]="8" /> }`.
 */
@Component({
  selector: 'ui-skeleton',
  imports: [TranslatePipe],
  template: `
    <span class="visually-hidden" role="status">{{ 'ui.loading' | translate }}</span>
    @for (item of items(); track item) {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { '[class]': 'shape()' },
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      animation: appear 1ms 150ms both;
    }
    .bone {
      display: block;
      block-size: 14px;
      border-radius: 6px;
      --bone: color-mix(in srgb, var(--line) 60%, var(--surface));
      background: linear-gradient(90deg, var(--bone), var(--surface), var(--bone)) 0 / 200% 100%;
      animation: shimmer 1.6s linear infinite;
    }
    :host(.lines) .bone:last-child {
      inline-size: 60%;
    }
    :host(.rows) {
      gap: 1px;
    }
    :host(.rows) .bone {
      block-size: calc(var(--row) - 1px);
      border-radius: 0;
    }
    :host(.tiles) {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
      gap: var(--s4);
    }
    :host(.tiles) .bone {
      block-size: 160px;
      border-radius: var(--radius);
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
    @keyframes shimmer {
      to {
        background-position: -200% 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .bone {
        animation: none;
      }
    }
  `,
})
export class Skeleton {
  readonly shape = input<'lines' | 'rows' | 'tiles'>('lines');
  readonly count = input(3);
  protected readonly items = computed(() => Array.from({ length: this.count() }, (_, at) => at));
}
