import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';

/** The live dot: when what stands here was true, and whether it still follows. */
@Component({
  selector: 'ui-updated',
  imports: [TranslatePipe],
  template: `
    <span class="dot" [class.stale]="stale()" aria-hidden="true"></span>
    {{ (stale() ? 'ui.notUpdatedSince' : 'ui.liveAt') | translate: { time: time() } }}
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s2);
      color: var(--muted);
      font-size: var(--t13);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .dot {
      inline-size: 8px;
      block-size: 8px;
      border-radius: 50%;
      background: var(--brand);
    }
    .dot.stale {
      border: 2px solid var(--attention);
      background: none;
    }
  `,
})
export class Updated {
  private readonly words = inject(Words);
  /** Milliseconds; null until the first answer. */
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly time = computed(() => {
    const at = this.at();
    return at === null
      ? '…'
      : new Intl.DateTimeFormat(this.words.locale(), {
          timeStyle: 'medium',
          hourCycle: 'h23',
          timeZone: this.words.zone(),
        }).format(at);
  });
}
