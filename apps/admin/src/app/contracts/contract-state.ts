import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type Shape, Status, type Tone } from '@ui/status';
import type { ContractState } from '@wire/contracts';
import type { MilestoneState } from '@wire/escrow';

const looks: Record<ContractState | MilestoneState, { tone: Tone; shape?: Shape }> = {
  offered: { tone: 'attention' },
  active: { tone: 'brand', shape: 'keystone' },
  completed: { tone: 'brand' },
  declined: { tone: 'neutral', shape: 'cross' },
  withdrawn: { tone: 'neutral', shape: 'cross' },
  pending: { tone: 'neutral' },
  funded: { tone: 'brand', shape: 'keystone' },
  in_review: { tone: 'info' },
  changes_requested: { tone: 'attention' },
  released: { tone: 'brand' },
  refunded: { tone: 'neutral', shape: 'square' },
  split: { tone: 'brand', shape: 'half' },
};

/** Where a contract or one of its milestones stands, as a word with a shape. */
@Component({
  selector: 'app-contract-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'contracts.states.' + of() | translate
  }}</ui-status>`,
})
export class ContractStatus {
  readonly of = input.required<ContractState | MilestoneState>();
  protected readonly look = computed(() => looks[this.of()]);
}
