import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';
import { Icon } from './icon';

/** "Saved 10:42", "Saving", "Not saved": what became of the draft, told quietly. */
@Component({
  selector: 'ui-autosave',
  imports: [Icon, TranslatePipe],
  template: `
    <span role="status" [class]="state()">
      @switch (state()) {
        @case ('saving') {
          <ui-icon name="refresh" [size]="14" />{{ 'ui.saving' | translate }}
        }
        @case ('failed') {
          <ui-icon name="alert" [size]="14" />{{ 'ui.notSaved' | translate }}
        }
        @case ('saved') {
          @if (time(); as time) {
            <ui-icon name="check" [size]="14" />{{ 'ui.savedAt' | translate: { time } }}
          }
        }
      }
    </span>
  `,
  styles: `
    span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--muted);
      font-size: var(--t13);
      font-variant-numeric: tabular-nums;
    }
    .failed {
      color: var(--danger);
    }
  `,
})
export class Autosave {
  private readonly words = inject(Words);
  readonly state = input.required<'idle' | 'saving' | 'saved' | 'failed'>();
  /** ISO 8601, UTC. */
  readonly savedAt = input<string | null>();
  protected readonly time = computed(() => {
    const at = this.savedAt();
    if (!at) return null;
    return new Intl.DateTimeFormat(this.words.locale(), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: this.words.zone(),
    }).format(Date.parse(at));
  });
}
