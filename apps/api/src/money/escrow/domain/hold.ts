import { reject } from '@kernel/reject';
import type { HoldReason } from '@wire/holds';
import { find, isTerminal, opened, type Escrow, type EventNamed, type OpenEscrow } from './escrow';

export interface HoldWish {
  readonly holdId: string;
  /** None named: all that are not settled yet, funded or not. */
  readonly milestoneIds: readonly string[];
  readonly reason: HoldReason;
  readonly until: string;
  readonly heldBy: string;
}

/** One person of compliance is enough to hold money back. */
export function hold(state: Escrow, wish: HoldWish): EventNamed<'EscrowHeld'> {
  const escrow = opened(state);
  const unsettled = escrow.milestones.filter((one) => !isTerminal(one)).map(({ id }) => id);
  for (const milestoneId of wish.milestoneIds) find(escrow, milestoneId);
  const named = [...new Set(wish.milestoneIds)].filter((one) => unsettled.includes(one));
  const milestoneIds = wish.milestoneIds.length > 0 ? named : unsettled;
  if (milestoneIds.length === 0) reject('escrow.already_released');
  if (heldBy(escrow, wish.holdId).length > 0) reject('escrow.already_held');
  return { type: 'EscrowHeld', data: { ...wish, milestoneIds } };
}

/** What is lifted was held; a review period that ended meanwhile pays out now. */
export function lift(
  state: Escrow,
  { holdId, approvalId }: { holdId: string; approvalId: string },
): EventNamed<'EscrowHoldLifted'> {
  const held = heldBy(opened(state), holdId);
  if (held.length === 0) reject('escrow.not_held');
  const milestones = held.map(({ id: milestoneId, state: where, autoReleaseAt }) => ({
    milestoneId,
    autoReleaseAt: where === 'in_review' ? (autoReleaseAt ?? null) : null,
  }));
  return { type: 'EscrowHoldLifted', data: { holdId, approvalId, milestones } };
}

export const heldBy = ({ milestones }: OpenEscrow, holdId: string) =>
  milestones.filter(({ holds }) => holds.includes(holdId));
