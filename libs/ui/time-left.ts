import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';
import { left, leftText } from './countdown';
import { Now } from './now';
import { Status } from './status';

const tones = { calm: 'neutral', soon: 'attention', urgent: 'danger' } as const;

/** What is left until a deadline, as a word with a shape: `<ui-time-left [until]="row.expiresAt" />`. */
@Component({
  selector: 'ui-time-left',
  imports: [Status, TranslatePipe],
  template: `
    @if (rest(); as rest) {
      <ui-status
        [tone]="rest.past ? 'danger' : tones[rest.pressure]"
        [shape]="rest.past ? 'square' : 'ring'"
        >{{ (rest.past ? 'ui.timeIsUp' : 'ui.timeLeft') | translate: { left: text() } }}</ui-status
      >
    }
  `,
})
export class TimeLeft {
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  /** ISO 8601, UTC. */
  readonly until = input.required<string>();
  protected readonly tones = tones;
  protected readonly rest = computed(() => left(this.until(), this.now.at()));
  protected readonly text = computed(() => leftText(this.rest(), this.words.locale()));
}
