import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ApprovalState } from '@wire/approvals';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<ApprovalState, { tone: Tone; shape?: Shape }> = {
  requested: { tone: 'attention' },
  granted: { tone: 'info' },
  executed: { tone: 'brand' },
  failed: { tone: 'danger' },
  denied: { tone: 'neutral', shape: 'cross' },
  expired: { tone: 'neutral', shape: 'square' },
};

/** Where a request stands, as a word with a shape. */
@Component({
  selector: 'app-approval-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'approvals.states.' + of() | translate
  }}</ui-status>`,
})
export class ApprovalStatus {
  readonly of = input.required<ApprovalState>();
  protected readonly look = computed(() => looks[this.of()]);
}
