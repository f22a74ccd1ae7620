import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Tone } from '@ui/status';

/** A gateway holds money for so many days at most. */
const most = 90;

/** The last week burns, the last month asks for attention. */
export const toneOf = (days: number): Tone =>
  days <= 7 ? 'danger' : days <= 30 ? 'attention' : 'neutral';

/** Days as a number and as a bar that empties. */
@Component({
  selector: 'app-days-left',
  imports: [TranslatePipe],
  template: `
    <span class="num">{{
      (days() < 0 ? 'holds.radar.over' : 'holds.radar.days') | translate: { days: size() }
    }}</span>
    <span class="bar" aria-hidden="true"><i [style.inline-size.%]="share()"></i></span>
  `,
  host: { '[class]': 'tone()' },
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: 76px minmax(60px, 120px);
      align-items: center;
      gap: var(--s2);
      --fill: var(--brand);
    }
    :host(.attention) {
      --fill: var(--attention);
      color: var(--attention);
    }
    :host(.danger) {
      --fill: var(--danger);
      color: var(--danger);
      font-weight: 550;
    }
    .bar {
      block-size: 6px;
      border-radius: 3px;
      background: var(--line);
      overflow: hidden;
    }
    i {
      display: block;
      block-size: 100%;
      border-radius: inherit;
      background: var(--fill);
    }
  `,
})
export class DaysLeft {
  readonly days = input.required<number>();
  protected readonly tone = computed(() => toneOf(this.days()));
  protected readonly size = computed(() => Math.abs(this.days()));
  protected readonly share = computed(() =>
    Math.round((100 * Math.max(0, Math.min(most, this.days()))) / most),
  );
}
