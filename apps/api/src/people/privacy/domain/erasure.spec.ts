import { erasable, keptUntil, obstacles, type Standing } from './erasure';

const free: Standing = { roles: ['client'], money: 0n, escrow: 0n, holds: 0, lastMoved: null };
const now = new Date('2026-11-20T00:00:00Z');

describe('an erasure', () => {
  it.each<[string, Partial<Standing>, string]>([
    ['money is theirs or under way', { money: -1n }, 'privacy.money_open'],
    ['a contract holds money', { escrow: 1n }, 'privacy.escrow_open'],
    ['a hold says so', { holds: 1 }, 'privacy.legal_hold'],
    ['they work here', { roles: ['support'] }, 'privacy.staff'],
  ])('does not happen while %s', (_, more, code) => {
    expect(() => erasable({ ...free, ...more })).toThrow(code);
  });

  it('names everything that stands in the way, and nothing when nothing does', () => {
    expect(obstacles({ ...free, money: 1n, holds: 2 })).toEqual(['money_open', 'legal_hold']);
    expect(() => erasable(free)).not.toThrow();
  });

  it('is complete at once without money, and after the years of the law with it', () => {
    expect(keptUntil(free, 5, now)).toBeNull();
    const lastMoved = new Date('2026-01-31T00:00:00Z');
    expect(keptUntil({ ...free, lastMoved }, 5, now)).toEqual(new Date('2031-01-31T00:00:00Z'));
    expect(keptUntil({ ...free, lastMoved: new Date('2020-01-01') }, 5, now)).toBeNull();
  });
});
