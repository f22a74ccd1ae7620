import { isZero, money, subtract, type Money } from '@money';
import { opened, type Escrow, type EventNamed, type Milestone, type OpenEscrow } from './escrow';
import type { EscrowEvent } from './escrow.events';
import { closing } from './release';

/** Where a milestone has money in escrow. */
export const holding: readonly string[] = ['funded', 'in_review', 'changes_requested'];

/** What a milestone has that the payer’s bank may take back; none when it was settled. */
export function takeable(state: Escrow, milestoneId: string): Money | null {
  if (state.status !== 'open') return null;
  const milestone = state.milestones.find(({ id }) => id === milestoneId);
  if (!milestone || milestone.chargeback || !holding.includes(milestone.state)) return null;
  return milestone.amount;
}

/** What the provider was paid for a milestone. */
export function paidFor(state: Escrow, milestoneId: string): Money {
  const milestones = state.status === 'none' ? [] : state.milestones;
  return milestones.find(({ id }) => id === milestoneId)?.net ?? money(0, 'INR');
}

/** The payer’s bank takes money out, whatever else holds it. The milestone stands still. */
export function takeBack(
  wish: { chargebackId: string; milestoneId: string; taken: Money },
  now: Date,
): EventNamed<'EscrowFrozenByChargeback'> {
  return { type: 'EscrowFrozenByChargeback', data: { ...wish, at: now.toISOString() } };
}

/**
 * Won: all is there again and the clock runs on where it stood. Lost: what the bank left goes on;
 * where it left nothing the milestone is settled. Nothing when this chargeback freezes nothing here.
 */
export function unfreeze(
  state: Escrow,
  chargebackId: string,
  { outcome, now }: { outcome: 'won' | 'lost'; now: Date },
): EscrowEvent[] {
  const milestone = frozenBy(state, chargebackId);
  const taken = milestone?.chargeback?.taken;
  if (!milestone || !taken) return [];
  const left = outcome === 'won' ? milestone.amount : subtract(milestone.amount, taken);
  const autoReleaseAt = isZero(left) ? null : resumed(milestone, now);
  const { id: milestoneId } = milestone;
  const thawed: EscrowEvent = {
    type: 'EscrowUnfrozenByChargeback',
    data: { chargebackId, milestoneId, outcome, left, autoReleaseAt },
  };
  return [thawed, ...closing(opened(state), [thawed])];
}

export function frozenBy(state: Escrow, chargebackId: string): Milestone | undefined {
  const milestones: OpenEscrow['milestones'] = state.status === 'open' ? state.milestones : [];
  return milestones.find(({ chargeback }) => chargeback?.id === chargebackId);
}

function resumed({ state, chargeback, autoReleaseAt }: Milestone, now: Date): string | null {
  if (state !== 'in_review' || !chargeback || !autoReleaseAt) return null;
  const left = Date.parse(autoReleaseAt) - Date.parse(chargeback.at);
  return new Date(now.getTime() + Math.max(left, 0)).toISOString();
}
