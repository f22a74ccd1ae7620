import { registerOutcome, type Registered } from './register';

const found = (changes: Partial<Registered> = {}): Registered => ({
  ...{ name: 'Nile Works Private Limited', number: 'U1', isActive: true, status: 'Active' },
  ...{ since: '2020-01-01', address: '', officers: [] },
  ...changes,
});

describe('a company in the register', () => {
  it.each([
    [
      'is there under its name, however its form is written',
      'NILE WORKS PVT. LTD.',
      found(),
      'active',
    ],
    ['is not there', 'Nile Works', null, 'not_found'],
    ['is there and is no more', 'Nile Works', found({ isActive: false }), 'dissolved'],
    ['is there under another name', 'Delta Works', found(), 'other_name'],
  ] as const)('%s', (_, name, company, outcome) => {
    expect(registerOutcome({ name }, company)).toBe(outcome);
  });

  it('is another one where only the form is the same', () => {
    expect(registerOutcome({ name: 'Limited' }, found({ name: 'Nile Limited' }))).toBe(
      'other_name',
    );
  });
});
