import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { VerificationState } from '@wire/verification';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<VerificationState, { tone: Tone; shape?: Shape }> = {
  checking: { tone: 'info' },
  review: { tone: 'attention' },
  second_look: { tone: 'info', shape: 'half' },
  need_info: { tone: 'info', shape: 'half' },
  approved: { tone: 'brand', shape: 'check' },
  rejected: { tone: 'danger', shape: 'square' },
  expired: { tone: 'neutral', shape: 'square' },
};

/** Where a verification stands, as a word with a shape. */
@Component({
  selector: 'app-verification-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{
    'verification.states.' + of() | translate
  }}</ui-status>`,
})
export class VerificationStatus {
  readonly of = input.required<VerificationState>();
  protected readonly look = computed(() => looks[this.of()]);
}
