import type { PayoutState } from '@wire/payouts';
import type { Shape, Tone } from '@ui/status';

/** The look of each state; the word is `payouts.states.<state>`. */
export const tones: Record<PayoutState, { tone: Tone; shape?: Shape }> = {
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
