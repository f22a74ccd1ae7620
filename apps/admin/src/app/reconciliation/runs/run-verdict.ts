import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ReconciliationRun } from '@wire/reconciliation';
import { Status, type Tone } from '@ui/status';
import { type Verdict, verdictOf } from '../verdict';

const tones: Record<Verdict, Tone> = {
  refused: 'danger',
  nothing: 'neutral',
  matches: 'brand',
  differs: 'attention',
};

/** What a run came to, in a word; a statement that could not be read says why on the page of its day. */
@Component({
  selector: 'app-run-verdict',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="tone()">{{
    'reconciliation.verdicts.' + verdict() | translate: { count: of().breaks }
  }}</ui-status>`,
})
export class RunVerdict {
  readonly of = input.required<ReconciliationRun>();
  protected readonly verdict = computed(() => verdictOf(this.of()));
  protected readonly tone = computed(() => tones[this.verdict()]);
}
