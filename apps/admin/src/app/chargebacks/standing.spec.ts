import { money } from '@money';
import { nextOf, phasesOf, sharesOf } from './standing';

const now = Date.parse('2026-11-10T00:00:00Z');
const open = {
  state: 'evidence_due' as const,
  outcome: null,
  answered: false,
  respondBy: '2026-11-12T00:00:00Z',
};

describe('What happens next with a chargeback', () => {
  it('is our answer, until the time is over', () => {
    expect(nextOf(open, now)).toBe('answer');
    expect(nextOf({ ...open, respondBy: null }, now)).toBe('answer');
    expect(nextOf({ ...open, respondBy: '2026-11-10T00:00:00Z' }, now)).toBe('late');
  });

  it('is the bank once we answered or it looks, and nothing once it is over', () => {
    expect(nextOf({ ...open, answered: true }, now)).toBe('bank');
    expect(nextOf({ ...open, state: 'under_review' }, now)).toBe('bank');
    expect(nextOf({ ...open, state: 'closed' }, now)).toBe('closed');
    expect(nextOf({ ...open, state: 'closed', outcome: 'lost' }, now)).toBe('lost');
  });
});

describe('The phases of a chargeback', () => {
  const chargeback = { phase: 'chargeback' as const, steps: [] };
  const entered = [{ event: 'ChargebackPhaseEntered', at: '2026-11-10T00:00:00Z' }];

  it('begin where the bank began', () => {
    expect(phasesOf(chargeback, false)).toEqual(['chargeback', 'pre_arbitration', 'arbitration']);
    expect(phasesOf({ ...chargeback, steps: entered }, false)[0]).toBe('retrieval');
  });

  it('end where it was decided: nobody went further', () => {
    expect(phasesOf(chargeback, true)).toEqual(['chargeback']);
    expect(phasesOf({ ...chargeback, steps: entered }, true)).toEqual(['retrieval', 'chargeback']);
  });
});

describe('Who bears a chargeback', () => {
  it('is shown in the order of recovery, each part beginning where the last one ends', () => {
    const inr = (minor: number) => money(minor, 'INR');
    const taken = {
      escrow: inr(60_000),
      wallet: inr(0),
      receivable: inr(30_000),
      loss: inr(10_000),
    };
    expect(sharesOf(taken).map(({ from, start, percent }) => [from, start, percent])).toEqual([
      ['escrow', 0, 60],
      ['wallet', 60, 0],
      ['receivable', 60, 30],
      ['loss', 90, 10],
    ]);
  });

  it('is nobody when nothing was taken', () => {
    const none = money(0, 'INR');
    const taken = { escrow: none, wallet: none, receivable: none, loss: none };
    expect(sharesOf(taken).every(({ percent }) => percent === 0)).toBe(true);
  });
});
