import { add, money, type Money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import {
  alarm,
  answer,
  chargeback,
  known,
  observe,
  owes,
  type Chargeback,
  type Word,
} from './chargeback';
import type { ChargebackEvent } from './chargebacks.events';
import { recover } from './parts';
import { booked, moved } from './recovery';

const amount = money(4_141_600, 'INR');
const origin = { clientId: 'client', contractId: 'c1', milestoneId: 'm1', depositId: 'd1' };
const by = { chargebackId: 'cb1', origin };
const word = (phase: Word['phase'], status: Word['status']): Word => ({
  gatewayDisputeId: 'disp_1',
  phase,
  status,
  amount,
  reasonCode: 'goods_not_received',
  respondBy: '2026-11-10T10:00:00.000Z',
});
const life = [
  word('retrieval', 'opened'),
  word('retrieval', 'closed'),
  word('chargeback', 'opened'),
  word('chargeback', 'evidence_due'),
  word('chargeback', 'under_review'),
  word('chargeback', 'won'),
  word('pre_arbitration', 'opened'),
  word('pre_arbitration', 'under_review'),
  word('pre_arbitration', 'lost'),
  word('pre_arbitration', 'closed'),
];

function hear(words: readonly Word[]): { state: Chargeback; facts: ChargebackEvent[] } {
  let state: Chargeback = chargeback.initial;
  const facts: ChargebackEvent[] = [];
  for (const one of words) {
    const told = observe(state, by, one);
    facts.push(...told);
    state = told.reduce(chargeback.evolve, state);
  }
  return { state, facts };
}

describe('a chargeback', () => {
  it('ends the same, in whatever order and however often the gateway speaks', () => {
    // However far it got: a word of an earlier phase never counts for a later one.
    const stories = fc.integer({ min: 1, max: life.length }).chain((length) => {
      const told = life.slice(0, length);
      const twice = [...told, ...told];
      return fc.record({
        told: fc.constant(told),
        mixed: fc.shuffledSubarray(twice, { minLength: twice.length }),
      });
    });
    fc.assert(
      fc.property(stories, ({ told, mixed }) => {
        expect(hear(mixed).state).toEqual(hear(told).state);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is told once: a repeated word says nothing', () => {
    const { state } = hear(life);
    for (const one of life) expect(observe(state, by, one)).toEqual([]);
  });

  it('goes through its phases, won and lost and come back', () => {
    expect(hear(life).facts.map(({ type }) => type)).toEqual([
      'ChargebackReceived',
      'ChargebackClosed',
      'ChargebackPhaseEntered',
      'ChargebackEvidenceDue',
      'ChargebackUnderReview',
      'ChargebackWon',
      'ChargebackPhaseEntered',
      'ChargebackUnderReview',
      'ChargebackLost',
      'ChargebackClosed',
    ]);
  });

  it('keeps the money from the chargeback phase on, until it is won', () => {
    const owed = life.map((_, index) => owes(known(hear(life.slice(0, index + 1)).state)));
    expect(owed).toEqual([false, false, true, true, true, false, true, true, true, true]);
  });

  it('is answered once in each phase and in time', () => {
    const [opened] = observe(chargeback.initial, by, word('chargeback', 'opened'));
    const now = new Date('2026-11-05T10:00:00Z');
    const evidence = { evidenceId: 'e1', sha256: 'x', files: 1, now };
    const sent = answer(given(chargeback, opened!).state, evidence);
    given(chargeback, opened!, sent)
      .when((state) => answer(state, evidence))
      .thenRejects('chargebacks.already_answered');
    given(chargeback, opened!)
      .when((state) => answer(state, { ...evidence, now: new Date('2026-11-10T10:00:00Z') }))
      .thenRejects('chargebacks.too_late');
    const lost = observe(given(chargeback, opened!).state, by, word('chargeback', 'lost'));
    given(chargeback, opened!, ...lost)
      .when((state) => answer(state, evidence))
      .thenRejects('chargebacks.not_open');
    const again = observe(
      given(chargeback, opened!, sent).state,
      by,
      word('arbitration', 'opened'),
    );
    given(chargeback, opened!, sent, ...again)
      .when((state) => answer(state, evidence))
      .thenTypes('ChargebackEvidenceSubmitted');
  });

  it('raises an alarm once for each share of the time, and none when it was answered', () => {
    const [opened] = observe(chargeback.initial, by, word('chargeback', 'opened'));
    const [first] = alarm(given(chargeback, opened!).state, 'chargeback', 50);
    expect(first?.type).toBe('ChargebackAlarmRaised');
    given(chargeback, opened!, first!)
      .when((state) => alarm(state, 'chargeback', 50))
      .then();
    given(chargeback, opened!)
      .when((state) => alarm(state, 'retrieval', 50))
      .then();
    const reviewed = observe(
      given(chargeback, opened!).state,
      by,
      word('chargeback', 'under_review'),
    );
    given(chargeback, opened!, ...reviewed)
      .when((state) => alarm(state, 'chargeback', 80))
      .then();
  });

  it('never takes another amount for its own', () => {
    const { state } = hear(life.slice(0, 1));
    expect(() =>
      observe(state, by, { ...word('chargeback', 'opened'), amount: money(1, 'INR') }),
    ).toThrow('payments.amount_mismatch');
  });
});

describe('the recovery', () => {
  const some = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((one) => money(one, 'INR'));

  it('takes exactly the amount: escrow first, then the wallet, then the provider, the rest is ours', () => {
    fc.assert(
      fc.property(some, some, some, some, (wanted, escrow, wallet, receivable) => {
        const parts = recover(wanted, { escrow, wallet, receivable });
        const { escrow: e, wallet: w, receivable: r, loss: l } = parts;
        expect([e, w, r, l].reduce<Money>(add, money(0, 'INR'))).toEqual(wanted);
        const least = (...all: bigint[]) => all.reduce((a, b) => (a < b ? a : b));
        const [want, inEscrow, onWallet] = [wanted, escrow, wallet].map((one) =>
          BigInt(one.amountMinor),
        ) as [bigint, bigint, bigint];
        expect(BigInt(e.amountMinor)).toBe(least(want, inEscrow));
        expect(BigInt(w.amountMinor)).toBe(least(want - BigInt(e.amountMinor), onWallet));
        if (BigInt(l.amountMinor) > 0n) expect(r).toEqual(receivable);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is undone by the same legs the other way round, and both sum to zero', () => {
    fc.assert(
      fc.property(some, some, some, (escrow, wallet, receivable) => {
        const parts = recover(amount, { escrow, wallet, receivable });
        const state = known(hear([word('chargeback', 'opened')]).state);
        const taken = { parts, providerId: 'provider' };
        const legs = (type: Parameters<typeof moved>[0]) =>
          booked(moved(type, state, taken)).journal.legs;
        const out = legs('ChargebackFundsTaken');
        const back = legs('ChargebackFundsRestored');
        expect(out.reduce((total, leg) => total + leg.amountMinor, 0n)).toBe(0n);
        expect(back.map((leg) => ({ ...leg, kind: '' }))).toEqual(
          out.map((leg) => ({ ...leg, kind: '', amountMinor: -leg.amountMinor })),
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
