import type { DisputeState } from '@wire/disputes';
import type { Shape, Tone } from '../status';

/** Every state of a dispute as a tone and a shape. */
export const disputeLook: Record<DisputeState, { tone: Tone; shape?: Shape }> = {
  evidence: { tone: 'attention', shape: 'dot' },
  negotiation: { tone: 'attention', shape: 'half' },
  mediation: { tone: 'info', shape: 'half' },
  ruling_proposed: { tone: 'info', shape: 'ring' },
  decided: { tone: 'attention', shape: 'square' },
  appealed: { tone: 'info', shape: 'square' },
  final: { tone: 'brand', shape: 'keystone' },
  settled: { tone: 'brand', shape: 'keystone' },
  executed: { tone: 'brand' },
  withdrawn: { tone: 'neutral', shape: 'cross' },
};
