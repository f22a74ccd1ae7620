import { standardFees } from '@money/fees';
import { minor, money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import { moneyOf } from './booking';
import { carryOut, freeze, unfreeze, type Outcome } from './dispute';
import { escrow, type Escrow } from './escrow';
import type { EscrowEvent } from './escrow.events';
import { autoRelease, release } from './release';
import { fund, open, requestChanges, submit } from './work';

const [client, provider] = ['client-1', 'provider-1'];
const inr = (amount: number | bigint) => money(amount, 'INR');
const now = new Date('2026-11-02T10:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

type Step = (state: Escrow) => EscrowEvent | EscrowEvent[];
const story = (...steps: Step[]): EscrowEvent[] =>
  steps.reduce<EscrowEvent[]>(
    (facts, step) => [...facts, ...[step(given(escrow, ...facts).state)].flat()],
    [],
  );
const after = (...steps: Step[]) => given(escrow, ...story(...steps));

const opens =
  (...amounts: (number | bigint)[]): Step =>
  (state) =>
    open(state, {
      ...{ clientId: client, providerId: provider, fees: standardFees, reviewDays: 14 },
      termsVersion: '2026-01',
      milestones: amounts.map((size, at) => ({ id: `m${at + 1}`, amount: inr(size), days: 10 })),
    });
const funds =
  (milestoneId: string): Step =>
  (state) =>
    fund(state, client, { milestoneId, depositId: 'd', now });
const delivers: Step = (state) =>
  submit(state, provider, { milestoneId: 'm2', deliveryId: 'w', artifactHashes: [], now });
const freezes =
  (...milestoneIds: string[]): Step =>
  (state) =>
    freeze(state, provider, { disputeId: 'x', milestoneIds, now: later(4) });
const disputed = [opens(4_000_000, 6_000_000), funds('m1'), funds('m2'), delivers, freezes('m2')];
const decides = (toProvider: number | bigint, whole: number | bigint = 6_000_000): Outcome => ({
  ...{ disputeId: 'x', basis: 'decision' },
  parts: [
    {
      milestoneId: 'm2',
      toProvider: inr(toProvider),
      toClient: inr(BigInt(whole) - BigInt(toProvider)),
    },
  ],
});

describe('an escrow in dispute', () => {
  it('lets no money and no work move on what is frozen, and everything else go on', () => {
    const wish = { milestoneId: 'm2', amount: inr(6_000_000) };
    after(...disputed)
      .when((s) => release(s, client, wish))
      .thenRejects('escrow.frozen_by_dispute');
    after(...disputed)
      .when((s) => autoRelease(s, 'm2', later(60)))
      .then();
    after(...disputed)
      .when(delivers)
      .thenRejects('escrow.frozen_by_dispute');
    after(...disputed)
      .when((s) => requestChanges(s, client, { milestoneId: 'm2', points: 1 }))
      .thenRejects('escrow.frozen_by_dispute');
    after(...disputed)
      .when((s) => release(s, client, { milestoneId: 'm1', amount: inr(4_000_000) }))
      .thenTypes('EscrowReleased');
  });

  it('is frozen by a side of it, where there is money, once', () => {
    after(...disputed)
      .when(freezes('m2'))
      .thenRejects('escrow.frozen_by_dispute');
    after(...disputed)
      .when(freezes('m9'))
      .thenRejects('escrow.no_such_milestone');
    after(opens(1)).when(freezes('m1')).thenRejects('escrow.not_disputable');
    after(opens(1), funds('m1')).when(freezes('m1', 'm1')).thenRejects('escrow.not_disputable');
    after(opens(1), funds('m1'))
      .when((s) => freeze(s, 'somebody', { disputeId: 'x', milestoneIds: ['m1'], now }))
      .thenRejects('escrow.not_found');
  });

  it('stops the clock and lets the rest of it run after', () => {
    after(...disputed)
      .when((s) => unfreeze(s, 'x', later(9)))
      .then({
        type: 'EscrowUnfrozen',
        data: {
          disputeId: 'x',
          milestones: [{ milestoneId: 'm2', autoReleaseAt: later(19).toISOString() }],
        },
      });
    after(...disputed)
      .when((s) => unfreeze(s, 'y', later(9)))
      .then();
  });

  it('pays out all of it, and nothing without a dispute', () => {
    after(...disputed)
      .when((s) => carryOut(s, decides(4_200_000)))
      .thenTypes('EscrowReleased', 'EscrowRefunded', 'EscrowSplitSettled');
    after(...disputed)
      .when((s) => carryOut(s, decides(6_000_001)))
      .thenRejects('escrow.split_mismatch');
    after(...disputed)
      .when((s) => carryOut(s, decides(1, 5_999_999)))
      .thenRejects('escrow.split_mismatch');
    after(...disputed)
      .when((s) => carryOut(s, { ...decides(1), disputeId: 'y' }))
      .thenRejects('escrow.not_frozen');
    after(...disputed)
      .when((s) => carryOut(s, { ...decides(1), parts: [] }))
      .thenRejects('escrow.split_mismatch');
    after(...disputed, (s) => carryOut(s, decides(0)))
      .when((s) => carryOut(s, decides(0)))
      .thenRejects('escrow.not_frozen');
  });

  it('shares what a bank left in the same proportion', () => {
    const taken: Step = () => ({
      type: 'EscrowFrozenByChargeback',
      data: {
        ...{ chargebackId: 'b', milestoneId: 'm2', taken: inr(2_000_000) },
        at: now.toISOString(),
      },
    });
    const lost: Step = () => ({
      type: 'EscrowUnfrozenByChargeback',
      data: {
        ...{ chargebackId: 'b', milestoneId: 'm2', outcome: 'lost', left: inr(4_000_000) },
        autoReleaseAt: null,
      },
    });
    after(...disputed, taken)
      .when((s) => carryOut(s, decides(4_500_000)))
      .thenRejects('escrow.frozen_by_chargeback');
    const facts = carryOut(after(...disputed, taken, lost).state, decides(4_500_000));
    expect(facts.find(({ type }) => type === 'EscrowReleased')?.data).toMatchObject({
      gross: inr(3_000_000),
    });
  });

  it('ends at zero with balanced journals, whatever the amount and the share', () => {
    const size = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(size, fc.bigInt({ min: 0n, max: 10_000n }), (whole, share) => {
        const part = (whole * share) / 10_000n;
        const only = [opens(1, whole), funds('m2'), freezes('m2')];
        const facts = carryOut(after(...only).state, decides(part, whole));
        const { journals } = moneyOf('c', facts);
        for (const { legs } of journals)
          expect(legs.reduce((total, leg) => total + leg.amountMinor, 0n)).toBe(0n);
        const out = journals
          .flatMap(({ legs }) => legs)
          .filter(({ account }) => account === 'escrow:c')
          .reduce((total, leg) => total + leg.amountMinor, 0n);
        expect(out).toBe(-whole);
        const settled = facts.find((one) => one.type === 'EscrowSplitSettled')?.data;
        if (!settled || !('toProvider' in settled)) throw new Error('not settled');
        expect(minor(settled.toProvider) + minor(settled.toClient)).toBe(whole);
      }),
      { numRuns: 5_000 },
    );
  });
});
