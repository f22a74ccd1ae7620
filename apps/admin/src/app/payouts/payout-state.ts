import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type Shape, Status, type Tone } from '@ui/status';
import type { PayoutState } from '@wire/payouts';

const looks: Record<PayoutState, { tone: Tone; shape?: Shape }> = {
  awaiting_approval: { tone: 'attention' },
  approved: { tone: 'info' },
  submitted: { tone: 'info' },
  processing: { tone: 'info', shape: 'half' },
  unknown: { tone: 'attention', shape: 'ring' },
  paid: { tone: 'brand' },
  failed: { tone: 'danger' },
  reversed: { tone: 'danger', shape: 'square' },
  rejected: { tone: 'neutral', shape: 'cross' },
};

/** Where a payout stands, as a word with a shape. */
@Component({
  selector: 'app-payout-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'payouts.states.' + of() | translate
  }}</ui-status>`,
})
export class PayoutStatus {
  readonly of = input.required<PayoutState>();
  protected readonly look = computed(() => looks[this.of()]);
}
