import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { BreakRow } from '@wire/reconciliation';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<BreakRow['status'], { tone: Tone; shape?: Shape }> = {
  open: { tone: 'attention' },
  proposed: { tone: 'info', shape: 'half' },
  resolved: { tone: 'brand' },
};

/** Where a difference stands, as a word with a shape. */
@Component({
  selector: 'app-break-status',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'reconciliation.states.' + of() | translate
  }}</ui-status>`,
})
export class BreakStatus {
  readonly of = input.required<BreakRow['status']>();
  protected readonly look = computed(() => looks[this.of()]);
}
