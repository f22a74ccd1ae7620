import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ChargebackState } from '@wire/chargebacks';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<ChargebackState, { tone: Tone; shape?: Shape }> = {
  retrieval: { tone: 'info' },
  opened: { tone: 'attention' },
  evidence_due: { tone: 'danger', shape: 'half' },
  under_review: { tone: 'info', shape: 'half' },
  won: { tone: 'brand' },
  lost: { tone: 'danger' },
  pre_arbitration: { tone: 'attention' },
  arbitration: { tone: 'attention', shape: 'square' },
  closed: { tone: 'neutral', shape: 'square' },
};

/** Where a chargeback stands, as a word with a shape. */
@Component({
  selector: 'app-chargeback-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'chargebacks.states.' + of() | translate
  }}</ui-status>`,
})
export class ChargebackStatus {
  readonly of = input.required<ChargebackState>();
  protected readonly look = computed(() => looks[this.of()]);
}
