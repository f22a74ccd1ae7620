import type { Purpose } from '@wire/consents';
import { holds, unsaid, wanted, type Answered } from './choices';

const yes = (purpose: Purpose, version = 1): Answered => ({ purpose, given: true, version });

describe('a choice', () => {
  it('is taken as it was made, and nothing is taken that was not chosen', () => {
    expect(wanted({ analytics: true, marketing: false }, false)).toEqual([
      { purpose: 'analytics', given: true, bySignal: false },
      { purpose: 'marketing', given: false, bySignal: false },
    ]);
  });

  it('is a no to counting and selling while the browser says so, whatever was clicked', () => {
    const all = { analytics: true, marketing: true, sale: true };
    expect(wanted(all, true).filter(({ given }) => given)).toEqual([
      { purpose: 'marketing', given: true, bySignal: false },
    ]);
    expect(holds(yes('analytics'), 1, true)).toBe(false);
    expect(holds(yes('marketing'), 1, true)).toBe(true);
  });

  it('holds for the text it was made to, not for a later one', () => {
    expect(holds(yes('analytics'), 1, false)).toBe(true);
    expect(holds(yes('analytics'), 2, false)).toBe(false);
    expect(holds(undefined, 1, false)).toBe(false);
  });

  it('is not written down again when the signal says what is known', () => {
    const versions = new Map<Purpose, number>([
      ['analytics', 1],
      ['sale', 1],
    ]);
    const latest = new Map<Purpose, Answered>([['sale', { ...yes('sale'), given: false }]]);
    expect(unsaid(latest, versions)).toEqual(['analytics']);
  });
});
