import type { PayoutState } from '@wire/payouts';

export type Decision = 'prepare' | 'approve' | 'reject';
/** Why this person cannot decide now; the key below `payouts.obstacles`. */
export type Obstacle =
  'own_payout' | 'same_person' | 'waits_for_maker' | 'waits_for_checker' | 'read_only';

interface Waiting {
  readonly state: PayoutState;
  readonly provider: { readonly id: string };
  readonly approvalId: string | null;
  readonly preparedBy: { readonly id: string } | null;
}
export interface Reader {
  readonly id: string;
  readonly prepares: boolean;
  readonly approves: boolean;
}
export interface Verdict {
  readonly decisions: readonly Decision[];
  readonly obstacle: Obstacle | null;
}

const no = (obstacle: Obstacle | null): Verdict => ({ decisions: [], obstacle });

/** The server's rules said before the click, in its order; the server still decides. */
export function whoMay(payout: Waiting, reader: Reader): Verdict {
  const { state, provider, approvalId, preparedBy } = payout;
  if (state !== 'awaiting_approval') return no(null);
  if (!reader.prepares && !reader.approves) return no('read_only');
  if (provider.id === reader.id) return no('own_payout');
  if (approvalId === null) {
    return reader.prepares ? { decisions: ['prepare'], obstacle: null } : no('waits_for_maker');
  }
  if (preparedBy?.id === reader.id) return no('same_person');
  return reader.approves
    ? { decisions: ['approve', 'reject'], obstacle: null }
    : no('waits_for_checker');
}
