import { Component, computed, inject, input } from '@angular/core';
import { Words } from './app/words';
import { momentText, relativeText } from './countdown';
import { Now } from './now';
import { Tooltip } from './tooltip';

/** "3 hours ago", with the exact time and zone on hover and focus: `<ui-moment [at]="row.at" />`. */
@Component({
  selector: 'ui-moment',
  imports: [Tooltip],
  template: `<time tabindex="0" [attr.datetime]="at()" [uiTooltip]="exact()">{{ shown() }}</time>`,
  styles: `
    time {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Moment {
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  /** ISO 8601, UTC. */
  readonly at = input.required<string>();
  /** `exact` shows the date and time itself, for statements and logs. */
  readonly form = input<'relative' | 'exact'>('relative');
  protected readonly exact = computed(() =>
    momentText(this.at(), this.words.locale(), this.words.zone()),
  );
  protected readonly shown = computed(() =>
    this.form() === 'exact'
      ? this.exact()
      : relativeText(this.at(), this.now.at(), this.words.locale()),
  );
}
