import { type Draft, faultsOf, wishOf } from './wish';

const contractId = '01a215c8-63d9-7939-864b-9ab31cf6b2f8';
const draft = (more: Partial<Draft>): Draft => ({
  kind: 'everything',
  contractId: '',
  from: '',
  to: '',
  purpose: 'Yearly audit',
  ...more,
});

describe('a wish for an export', () => {
  it('always says what for', () => {
    expect([...faultsOf(draft({ purpose: '  ' }))]).toEqual(['purpose']);
    expect([...faultsOf(draft({ purpose: 'x'.repeat(501) }))]).toEqual(['purpose']);
    expect(wishOf(draft({ purpose: ' Yearly audit ' })).purpose).toBe('Yearly audit');
  });

  it('of a contract names it', () => {
    expect([...faultsOf(draft({ kind: 'contract', contractId: 'J1' }))]).toEqual(['contractId']);
    const wish = wishOf(draft({ kind: 'contract', contractId: ` ${contractId.toUpperCase()} ` }));
    expect(wish.scope).toEqual({ kind: 'contract', contractId });
  });

  it('of a period holds its last day to the end', () => {
    const october = draft({ kind: 'period', from: '2026-10-01', to: '2026-10-31' });
    expect(faultsOf(october).size).toBe(0);
    expect(wishOf(october).scope).toEqual({
      kind: 'period',
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
    });
  });

  it('of a period does not end before it begins', () => {
    expect([...faultsOf(draft({ kind: 'period', from: '2026-10-02', to: '2026-10-01' }))]).toEqual([
      'to',
    ]);
    expect([...faultsOf(draft({ kind: 'period' }))]).toEqual(['from', 'to']);
  });
});
