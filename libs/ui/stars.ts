import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';

/** A rating to read: `<ui-stars [value]="4.7" [count]="31" />`. To give one, `ui-stars-field`. */
@Component({
  selector: 'ui-stars',
  imports: [TranslatePipe],
  template: `
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path
        fill="currentColor"
        d="m7 1 1.8 3.8 4.1.5-3 2.9.7 4.1L7 10.3l-3.6 2 .7-4.1-3-2.9 4.1-.5z"
      />
    </svg>
    <span aria-hidden="true"
      ><b>{{ shown() }}</b>
      @if (count() !== undefined) {
        <small
          ><bdi>({{ count() }})</bdi></small
        >
      }
    </span>
    <span class="visually-hidden">{{
      'ui.rated' | translate: { value: shown(), count: count() ?? '' }
    }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      font-size: var(--t14);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    svg {
      color: var(--attention);
    }
    b {
      font-weight: 600;
    }
    small {
      margin-inline-start: 4px;
      color: var(--muted);
      font-size: inherit;
    }
  `,
})
export class Stars {
  private readonly words = inject(Words);
  readonly value = input.required<number>();
  readonly count = input<number>();
  protected readonly shown = computed(() =>
    new Intl.NumberFormat(this.words.locale(), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(this.value()),
  );
}
