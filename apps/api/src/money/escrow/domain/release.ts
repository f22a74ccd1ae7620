import { releaseReceipt } from '@money/fees';
import { equals, type Money } from '@money';
import { reject } from '@kernel/reject';
import {
  escrow,
  find,
  isTerminal,
  moving,
  opened,
  payable,
  type Escrow,
  type Milestone,
  type OpenEscrow,
  strangers,
} from './escrow';
import type { EscrowEvent } from './escrow.events';

/** The client may release any funded milestone, delivered or not; the amount is said again. */
export function release(
  state: Escrow,
  by: string,
  { milestoneId, amount }: { milestoneId: string; amount: Money },
): EscrowEvent[] {
  const open = opened(state);
  if (open.clientId !== by) strangers(open, by);
  const milestone = find(open, milestoneId);
  if (!equals(milestone.amount, amount)) reject('escrow.amount_mismatch');
  return settle(open, milestone, 'approved');
}

/** The review period passed without a word: the provider is paid. Nothing when it is not due. */
export function autoRelease(state: Escrow, milestoneId: string, now: Date): EscrowEvent[] {
  // A deadline that was set anew after a hold or a dispute may outlive the escrow.
  if (state.status === 'closed') return [];
  const open = opened(state);
  const milestone = find(open, milestoneId);
  const { state: where, frozen, chargeback, holds, autoReleaseAt } = milestone;
  if (where !== 'in_review' || frozen || chargeback || holds.length > 0 || !autoReleaseAt)
    return [];
  if (new Date(autoReleaseAt) > now) return [];
  return settle(open, milestone, 'auto');
}

function settle(
  open: OpenEscrow,
  milestone: Milestone,
  reason: 'approved' | 'auto',
): EscrowEvent[] {
  if (milestone.state === 'pending') reject('escrow.not_funded');
  if (isTerminal(milestone)) reject('escrow.already_released');
  payable(moving(milestone));
  const { id: milestoneId, amount } = milestone;
  const settled = {
    milestoneId,
    providerId: open.providerId,
    ...releaseReceipt(amount, open.fees),
    reason,
  };
  const released: EscrowEvent = { type: 'EscrowReleased', data: settled };
  return [released, ...closing(open, [released])];
}

/** Closed when these facts bring the last milestone to its end. */
export function closing(before: OpenEscrow, facts: readonly EscrowEvent[]): EscrowEvent[] {
  const now = opened(facts.reduce<Escrow>((state, fact) => escrow.evolve(state, fact), before));
  if (!now.milestones.every(isTerminal)) return [];
  const ends = new Set(now.milestones.map(({ state }) => state));
  const [only = 'released'] = ends;
  return [{ type: 'EscrowClosed', data: { outcome: ends.size === 1 ? only : 'split' } }];
}
