import { Component, computed, inject, input } from '@angular/core';
import type { ProposalView } from '@wire/proposals';
import { Say } from '@ui/app/say';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<ProposalView['status'], { tone: Tone; shape: Shape }> = {
  sent: { tone: 'neutral', shape: 'ring' },
  viewed: { tone: 'info', shape: 'dot' },
  shortlisted: { tone: 'attention', shape: 'half' },
  declined: { tone: 'danger', shape: 'cross' },
  withdrawn: { tone: 'neutral', shape: 'square' },
  accepted: { tone: 'brand', shape: 'check' },
};

/** The provider's word for where a proposal stands; a decline says why. */
@Component({
  selector: 'app-proposal-state',
  imports: [Status],
  template: `<ui-status [tone]="look().tone" [shape]="look().shape">{{ words() }}</ui-status>`,
})
export class ProposalState {
  private readonly say = inject(Say);
  readonly of = input.required<ProposalView>();
  protected readonly look = computed(() => looks[this.of().status]);
  protected readonly words = computed(() => {
    const { status, declineReason } = this.of();
    const state = this.say.it(`proposals.states.${status}`);
    return status === 'declined' && declineReason
      ? `${state}: ${this.say.it(`proposals.reasons.${declineReason}`)}`
      : state;
  });
}
