import type { Journal } from '@eventstore/record';
import type { Aggregate } from '@kernel/aggregate';
import type { Fact } from '@eventstore/record';
import {
  chargeback,
  known as knownChargeback,
  observe as observeChargeback,
  owes,
} from '../../apps/api/src/money/chargebacks/domain/chargeback';
import { recover } from '../../apps/api/src/money/chargebacks/domain/parts';
import {
  booked as bookedRecovery,
  moved,
} from '../../apps/api/src/money/chargebacks/domain/recovery';
import { moneyOf } from '../../apps/api/src/money/escrow/domain/booking';
import {
  takeable,
  takeBack,
  unfreeze as thaw,
  paidFor,
} from '../../apps/api/src/money/escrow/domain/chargeback';
import { carryOut, freeze, unfreeze } from '../../apps/api/src/money/escrow/domain/dispute';
import { escrow, type Escrow } from '../../apps/api/src/money/escrow/domain/escrow';
import { fundingJournal } from '../../apps/api/src/money/escrow/domain/journals';
import { autoRelease, release } from '../../apps/api/src/money/escrow/domain/release';
import { fund, open, submit } from '../../apps/api/src/money/escrow/domain/work';
import {
  deposit,
  observe,
  type GatewayPayment,
} from '../../apps/api/src/money/payments/domain/deposit';
import { booked as bookedDeposit } from '../../apps/api/src/money/payments/domain/journals';
import { bookedAll } from '../../apps/api/src/money/payouts/domain/journals';
import {
  lost,
  observe as observePayout,
  payout,
  request,
} from '../../apps/api/src/money/payouts/domain/payout';
import { fundingReceipt } from '@money/fees';
import { add, money, zero, type Money } from '@money';

export const fees = { id: 's', clientFeeBps: 300, providerFeeBps: 1_000, taxBps: 1_800 };
export const now = new Date('2026-03-02T00:00:00Z');
const later = new Date('2026-04-02T00:00:00Z');
const amounts = [50n, 5n, 333n].map((minor) => money(minor, 'INR'));
export const milestone = (at: number) => `m${String(at)}`;
const amountOf = (at: number): Money => amounts[at] ?? zero('INR');
const price = (at: number): Money => fundingReceipt(amountOf(at), fees).total;

/** What one decision wrote: facts for one aggregate, and the money that they move. */
export interface Written {
  readonly facts: readonly Fact[];
  readonly journals: readonly Journal[];
  /** Facts for other aggregates, by their place in the state. */
  readonly elsewhere?: Readonly<Record<string, readonly Fact[]>>;
}
const all = (facts: readonly { journals: readonly Journal[] }[]) =>
  facts.flatMap(({ journals }) => journals);

export const kinds = { escrow, deposit, payout, chargeback } as unknown as Record<
  string,
  Aggregate<unknown, Fact>
>;

export const signed = (count: number): Fact =>
  open(escrow.initial, {
    ...{ clientId: 'c', providerId: 'p', fees, termsVersion: '1', reviewDays: 14 },
    milestones: Array.from({ length: count }, (_, at) => ({
      ...{ id: milestone(at), amount: amountOf(at), days: 1 },
    })),
  });

export const initiated = (at: number): Fact => ({
  type: 'DepositInitiated',
  data: {
    ...{ depositId: `d${String(at)}`, clientId: 'c', contractId: 'k', milestoneId: milestone(at) },
    ...{ gateway: 'razorpay', gatewayOrderId: `o${String(at)}`, amount: price(at) },
  },
});

/** Our side of it: the real decisions, called as their commands call them. */
export const decide = {
  hear(state: unknown, at: number, status: GatewayPayment['status']): Written {
    const payment = {
      id: `pay${String(at)}`,
      status,
      amount: price(at),
      method: 'card',
      code: 'x',
    };
    const facts = observe(state as never, payment);
    return { facts, journals: all(facts.map(bookedDeposit)) };
  },
  fund(state: Escrow, at: number): Written {
    const fact = fund(state, 'c', { milestoneId: milestone(at), depositId: `d${String(at)}`, now });
    return { facts: [fact], journals: [fundingJournal('k', fact)] };
  },
  deliver(state: Escrow, at: number): Written {
    const work = { milestoneId: milestone(at), deliveryId: 'v', artifactHashes: [], now };
    return { facts: [submit(state, 'p', work)], journals: [] };
  },
  release(state: Escrow, at: number): Written {
    const facts = release(state, 'c', { milestoneId: milestone(at), amount: amountOf(at) });
    return { facts, journals: moneyOf('k', facts).journals };
  },
  auto(state: Escrow, at: number): Written {
    const facts = autoRelease(state, milestone(at), later);
    return { facts, journals: moneyOf('k', facts).journals };
  },
  dispute(state: Escrow, at: number): Written {
    const wish = { disputeId: `x${String(at)}`, milestoneIds: [milestone(at)], now };
    return { facts: [freeze(state, 'c', wish)], journals: [] };
  },
  withdraw: (state: Escrow, at: number): Written => ({
    facts: unfreeze(state, `x${String(at)}`, now),
    journals: [],
  }),
  execute(state: Escrow, at: number): Written {
    const half = money(BigInt(amountOf(at).amountMinor) / 2n, 'INR');
    const rest = money(BigInt(amountOf(at).amountMinor) - BigInt(half.amountMinor), 'INR');
    const part = { milestoneId: milestone(at), toProvider: half, toClient: rest };
    const outcome = { disputeId: `x${String(at)}`, basis: 'decision' as const, parts: [part] };
    const facts = carryOut(state, outcome);
    return { facts, journals: moneyOf('k', facts).journals };
  },
  payOut(available: bigint): Written {
    const to = {
      id: 'b',
      providerId: 'p',
      state: 'verified',
      createdAt: new Date(0),
      isChange: false,
    };
    const wish = { payoutId: 'q', amount: money(available, 'INR'), to, now };
    const facts = request('p', wish);
    return { facts, journals: bookedAll(facts).journals };
  },
  hearBank(state: unknown, status: string): Written {
    const word = { gatewayPayoutId: 'g', status, utr: 'u', failure: '' };
    const facts = observePayout(state as never, word);
    return { facts, journals: bookedAll(facts).journals };
  },
  timeOut: (state: unknown): Written => ({ facts: lost(state as never), journals: [] }),
  contested(state: unknown, status: 'opened' | 'won' | 'lost'): Written {
    const origin = { clientId: 'c', contractId: 'k', milestoneId: milestone(0), depositId: 'd0' };
    const word = {
      ...{ gatewayDisputeId: 'g', phase: 'chargeback' as const, status, amount: price(0) },
      ...{ reasonCode: 'r', respondBy: null },
    };
    const facts = observeChargeback(state as never, { chargebackId: 'b', origin }, word);
    return { facts, journals: [] };
  },
  take(state: unknown, where: Escrow, wallet: bigint): Written | null {
    const contested = knownChargeback(state as never);
    if (contested.taken || !owes(contested)) return null;
    const there = takeable(where, milestone(0));
    const limits = {
      ...{ escrow: there ?? zero('INR'), wallet: money(wallet, 'INR') },
      receivable: paidFor(where, milestone(0)),
    };
    const parts = recover(contested.amount, limits);
    const fact = moved('ChargebackFundsTaken', contested, { parts, providerId: 'p' });
    const wish = { chargebackId: 'b', milestoneId: milestone(0), taken: parts.escrow };
    const frozen = there ? [takeBack(wish, now)] : [];
    return {
      facts: frozen,
      journals: [bookedRecovery(fact).journal],
      elsewhere: { chargeback: [fact] },
    };
  },
  settle(state: unknown, where: Escrow): Written | null {
    const contested = knownChargeback(state as never);
    const { outcome, taken } = contested;
    if (!outcome || !taken) return null;
    const facts = thaw(where, 'b', { outcome, now });
    if (outcome === 'lost') return facts.length > 0 ? { facts, journals: [] } : null;
    const fact = moved('ChargebackFundsRestored', contested, taken);
    const suspense = facts.length === 0 && BigInt(taken.parts.escrow.amountMinor) > 0n;
    const { journal } = bookedRecovery(fact, suspense ? 'suspense' : undefined);
    return { facts, journals: [journal], elsewhere: { chargeback: [fact] } };
  },
};

export const total = (...parts: Money[]): Money => parts.reduce(add, zero('INR'));
