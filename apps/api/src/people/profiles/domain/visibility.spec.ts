import { sees, shownTo } from './visibility';

const profile = {
  about: 'I build ledgers.',
  languages: ['en'],
  hourlyRate: { amountMinor: '1', currency: 'INR' },
  ...{ rating: 4.5, reviews: 2, completedContracts: 3 },
};

describe('a part of a profile', () => {
  it.each([
    ['public', 'guest', true],
    ['members', 'guest', false],
    ['members', 'member', true],
    ['nobody', 'member', false],
    ['nobody', 'owner', true],
  ] as const)('for %s is seen by a %s: %s', (audience, onlooker, seen) => {
    expect(sees(audience, onlooker)).toBe(seen);
  });

  it('that is kept from somebody looks as if it had never been filled in', () => {
    const guarded = { about: 'members', record: 'nobody' } as const;
    expect(shownTo('guest', guarded, profile)).toEqual({
      ...profile,
      ...{ about: '', rating: null, reviews: 0, completedContracts: 0 },
    });
    expect(shownTo('member', guarded, profile).about).toBe('I build ledgers.');
    expect(shownTo('owner', guarded, profile)).toEqual(profile);
  });
});
