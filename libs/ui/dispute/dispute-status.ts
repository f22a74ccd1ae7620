import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeState } from '@wire/disputes';
import { Status } from '../status';
import { disputeLook } from './looks';

/** Where a dispute stands, as a word with a shape. */
@Component({
  selector: 'ui-dispute-status',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'ui.dispute.states.' + of() | translate
  }}</ui-status>`,
})
export class DisputeStatus {
  readonly of = input.required<DisputeState>();
  protected readonly look = computed(() => disputeLook[this.of()]);
}
