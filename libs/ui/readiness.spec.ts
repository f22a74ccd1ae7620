import { readiness } from './readiness';

const nobody = {
  emailVerified: true,
  phoneVerified: false,
  bankVerified: false,
  tier: 'T0',
} as const;

it('counts what is proved', () => {
  expect(readiness(nobody).map(({ id, done }) => [id, done])).toEqual([
    ['email', true],
    ['phone', false],
    ['identity', false],
    ['bank', false],
  ]);
});

it('takes a company for a person who is known', () => {
  const known = readiness({ ...nobody, phoneVerified: true, bankVerified: true, tier: 'T3' });
  expect(known.every(({ done }) => done)).toBe(true);
});
