import { refundReceipt, releaseReceipt } from '@money/fees';
import { add, allocate, equals, isGreater, isPositive, minor, sum, type Money } from '@money';
import { reject } from '@kernel/reject';
import {
  find,
  isTerminal,
  moving,
  opened,
  payable,
  type Escrow,
  type EventNamed,
  type Milestone,
  type OpenEscrow,
  strangers,
} from './escrow';
import type { EscrowEvent } from './escrow.events';
import { closing } from './release';

/** One milestone of a decision: the two parts are all of its money. */
export interface Part {
  readonly milestoneId: string;
  readonly toProvider: Money;
  readonly toClient: Money;
}

export interface Outcome {
  readonly disputeId: string;
  readonly basis: 'decision' | 'settlement';
  readonly parts: readonly Part[];
}

const disputable = ['funded', 'in_review', 'changes_requested'];

/** Either side may stop milestones that hold money and have no dispute yet. */
export function freeze(
  state: Escrow,
  by: string,
  { disputeId, milestoneIds, now }: { disputeId: string; milestoneIds: string[]; now: Date },
): EventNamed<'EscrowFrozen'> {
  const escrow = opened(state);
  if (escrow.clientId !== by && escrow.providerId !== by) strangers(escrow, by);
  if (new Set(milestoneIds).size < milestoneIds.length) reject('escrow.not_disputable');
  for (const milestoneId of milestoneIds) {
    const milestone = moving(find(escrow, milestoneId));
    if (!disputable.includes(milestone.state)) reject('escrow.not_disputable');
  }
  return { type: 'EscrowFrozen', data: { disputeId, milestoneIds, at: now.toISOString() } };
}

/** The clocks stood still: a review period gets what was left of it when the dispute began. */
export function unfreeze(state: Escrow, disputeId: string, now: Date): EscrowEvent[] {
  if (state.status !== 'open') return [];
  const milestones = frozenBy(state, disputeId).map((one) => ({
    milestoneId: one.id,
    autoReleaseAt: resumed(one, now),
  }));
  return milestones.length > 0 ? [{ type: 'EscrowUnfrozen', data: { disputeId, milestones } }] : [];
}

function resumed({ state, frozen, autoReleaseAt }: Milestone, now: Date): string | null {
  if (state !== 'in_review' || !frozen || !autoReleaseAt) return null;
  const left = Date.parse(autoReleaseAt) - Date.parse(frozen.at);
  return new Date(now.getTime() + left).toISOString();
}

/** The only way out for frozen money: every minor unit of every disputed milestone finds its owner. */
export function carryOut(state: Escrow, { disputeId, basis, parts }: Outcome): EscrowEvent[] {
  const escrow = state.status === 'none' ? reject('escrow.not_found') : state;
  const frozen = frozenBy(escrow, disputeId);
  if (frozen.length === 0) reject('escrow.not_frozen');
  const same = new Set(parts.map(({ milestoneId }) => milestoneId)).size === frozen.length;
  if (!same || parts.length !== frozen.length) reject('escrow.split_mismatch');
  const facts = frozen.flatMap(({ id }) => {
    const part = parts.find(({ milestoneId }) => milestoneId === id);
    return part ? settled(escrow, part, basis) : reject('escrow.split_mismatch');
  });
  const sums = totals(facts, frozen[0]?.amount ?? reject('escrow.not_frozen'));
  const told: EscrowEvent = { type: 'EscrowSplitSettled', data: { disputeId, basis, ...sums } };
  return [...facts, told, ...(facts.length > 0 ? closing(escrow, facts) : [])];
}

/** What the payer’s bank took meanwhile is gone; where it took all there is nothing to share. */
function settled(escrow: OpenEscrow, part: Part, basis: Outcome['basis']): EscrowEvent[] {
  const milestone = payable(find(escrow, part.milestoneId));
  return isTerminal(milestone) ? [] : partsOf(escrow, part, basis);
}

/** What these parts come to, whatever became of the milestones since. */
export function priced(state: Escrow, { basis, parts }: Outcome): EscrowEvent[] {
  if (state.status === 'none') return reject('escrow.not_found');
  return parts.flatMap((part) => partsOf(state, part, basis));
}

function partsOf(escrow: OpenEscrow, part: Part, reason: Outcome['basis']): EscrowEvent[] {
  const { milestoneId } = part;
  const { amount, paid } = find(escrow, milestoneId);
  const { toProvider, toClient } = ofTheRest(part, amount);
  if (!paid) return reject('escrow.split_mismatch');
  const { providerId, clientId, fees } = escrow;
  const released: EscrowEvent = {
    type: 'EscrowReleased',
    data: { milestoneId, providerId, ...releaseReceipt(toProvider, fees), reason },
  };
  const refunded: EscrowEvent = {
    type: 'EscrowRefunded',
    data: { milestoneId, clientId, ...refundReceipt(toClient, paid), reason },
  };
  return [
    ...(isPositive(toProvider) ? [released] : []),
    ...(isPositive(toClient) ? [refunded] : []),
  ];
}

/** All of what is there: as decided, or in the same proportion where a bank took some of it. */
function ofTheRest({ milestoneId, toProvider, toClient }: Part, rest: Money): Part {
  const fair = minor(toProvider) >= 0n && minor(toClient) >= 0n;
  const isSame = toProvider.currency === rest.currency && toClient.currency === rest.currency;
  if (!fair || !isSame) return reject('escrow.split_mismatch');
  const decided = add(toProvider, toClient);
  if (equals(decided, rest)) return { milestoneId, toProvider, toClient };
  if (isGreater(rest, decided)) return reject('escrow.split_mismatch');
  const [first, second] = allocate(rest, [minor(toProvider), minor(toClient)]);
  if (!first || !second) return reject('escrow.split_mismatch');
  return { milestoneId, toProvider: first, toClient: second };
}

function totals(facts: readonly EscrowEvent[], { currency }: Money) {
  const out = facts.flatMap((one) => (one.type === 'EscrowReleased' ? [one.data] : []));
  const back = facts.flatMap((one) => (one.type === 'EscrowRefunded' ? [one.data] : []));
  return {
    toProvider: sum(
      out.map(({ gross }) => gross),
      currency,
    ),
    net: sum(
      out.map(({ net }) => net),
      currency,
    ),
    toClient: sum(
      back.map(({ amount }) => amount),
      currency,
    ),
    refunded: sum(
      back.map(({ total }) => total),
      currency,
    ),
  };
}

export const frozenBy = ({ milestones }: OpenEscrow, disputeId: string) =>
  milestones.filter(({ frozen }) => frozen?.disputeId === disputeId);
