import { type Money, minor } from '@money';
import {
  type ChargebackDetail,
  type ChargebackPhase,
  chargebackPhase,
  type ChargebackRow,
} from '@wire/chargebacks';

/** What happens next: we answer, we are late, the bank decides, or it is over. */
export type Next = 'answer' | 'late' | 'bank' | 'won' | 'lost' | 'closed';
type Standing = Pick<ChargebackRow, 'state' | 'outcome' | 'answered' | 'respondBy'>;

/** The server's rules of an answer, said before the click and in its order; the server still decides. */
export function nextOf({ state, outcome, answered, respondBy }: Standing, now: number): Next {
  if (outcome) return outcome;
  if (state === 'closed') return 'closed';
  if (state === 'under_review' || answered) return 'bank';
  return respondBy !== null && Date.parse(respondBy) <= now ? 'late' : 'answer';
}

/**
 * The phases of the rail. One that a bank never came to, or began after, is not shown as passed: a
 * chargeback that never changed its phase began in it, and one that is over goes no further.
 */
export function phasesOf(
  { phase, steps }: Pick<ChargebackDetail, 'phase' | 'steps'>,
  over: boolean,
) {
  const all: readonly ChargebackPhase[] = chargebackPhase.options;
  const at = all.indexOf(phase);
  const climbed = steps.some(({ event }) => event === 'ChargebackPhaseEntered');
  return all.slice(climbed ? 0 : at, over ? at + 1 : all.length);
}

export interface Share {
  readonly from: 'escrow' | 'wallet' | 'receivable' | 'loss';
  readonly amount: Money;
  /** Of the whole, in percent: where its bar begins and how long it is. */
  readonly start: number;
  readonly percent: number;
}

const order = ['escrow', 'wallet', 'receivable', 'loss'] as const;

/** Who bears it, in the order of recovery: each part begins where the one before it ends. */
export function sharesOf(taken: NonNullable<ChargebackDetail['taken']>): Share[] {
  const whole = order.reduce((sum, from) => sum + minor(taken[from]), 0n);
  const percent = (part: bigint) => (whole === 0n ? 0 : Number((part * 1_000n) / whole) / 10);
  let before = 0n;
  return order.map((from) => {
    const part = minor(taken[from]);
    const start = percent(before);
    before += part;
    return { from, amount: taken[from], start, percent: percent(part) };
  });
}
