import type { ContractState } from '@wire/contracts';
import type { MilestoneState } from '@wire/escrow';
import type { Shape, Tone } from '@ui/status';

export const contractTone: Record<ContractState, Tone> = {
  offered: 'attention',
  active: 'info',
  completed: 'brand',
  declined: 'danger',
  withdrawn: 'neutral',
};

interface Look {
  tone: Tone;
  shape: Shape;
}
/** Money that waits in escrow always carries the keystone. */
export const milestoneLook: Record<MilestoneState, Look> = {
  pending: { tone: 'neutral', shape: 'ring' },
  funded: { tone: 'brand', shape: 'keystone' },
  in_review: { tone: 'attention', shape: 'half' },
  changes_requested: { tone: 'attention', shape: 'dot' },
  released: { tone: 'brand', shape: 'check' },
  refunded: { tone: 'neutral', shape: 'square' },
  split: { tone: 'brand', shape: 'half' },
};
