import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { CaseState } from '@wire/screening';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<CaseState, { tone: Tone; shape?: Shape }> = {
  open: { tone: 'attention' },
  awaiting_user: { tone: 'info', shape: 'half' },
  second_look: { tone: 'info', shape: 'half' },
  resolved: { tone: 'neutral', shape: 'check' },
};

/** Where a case stands, as a word with a shape. */
@Component({
  selector: 'app-case-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'risk.states.' + of() | translate
  }}</ui-status>`,
})
export class CaseStatus {
  readonly of = input.required<CaseState>();
  protected readonly look = computed(() => looks[this.of()]);
}
