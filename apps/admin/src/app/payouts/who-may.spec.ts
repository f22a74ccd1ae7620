import { type Reader, whoMay } from './who-may';

const maker: Reader = { id: 'maker', prepares: true, approves: false };
const checker: Reader = { id: 'checker', prepares: false, approves: true };
const both: Reader = { id: 'both', prepares: true, approves: true };
const support: Reader = { id: 'support', prepares: false, approves: false };
const fresh = {
  state: 'awaiting_approval' as const,
  provider: { id: 'provider' },
  approvalId: null,
  preparedBy: null,
};
const prepared = { ...fresh, approvalId: 'a1', preparedBy: { id: 'maker' } };

describe('A payout that waits', () => {
  it('is prepared by a maker first', () => {
    expect(whoMay(fresh, maker).decisions).toEqual(['prepare']);
    expect(whoMay(fresh, checker)).toEqual({ decisions: [], obstacle: 'waits_for_maker' });
  });
  it('is prepared anew where the request for it came to nothing', () => {
    expect(whoMay({ ...prepared, approvalId: null }, maker).decisions).toEqual(['prepare']);
  });
  it('is approved or rejected by a checker afterwards', () => {
    expect(whoMay(prepared, checker).decisions).toEqual(['approve', 'reject']);
    expect(whoMay(prepared, { ...maker, id: 'other' }).obstacle).toBe('waits_for_checker');
  });
  it('is never approved by whoever prepared it, whatever their roles', () => {
    expect(whoMay({ ...prepared, preparedBy: { id: 'both' } }, both)).toEqual({
      decisions: [],
      obstacle: 'same_person',
    });
  });
  it('is never decided by the person it is paid to', () => {
    expect(whoMay({ ...fresh, provider: { id: 'maker' } }, maker).obstacle).toBe('own_payout');
  });
  it('only shows itself to everyone else', () => {
    expect(whoMay(prepared, support).obstacle).toBe('read_only');
  });
});

it('A payout that is decided asks nobody for anything', () => {
  expect(whoMay({ ...prepared, state: 'paid' }, checker)).toEqual({
    decisions: [],
    obstacle: null,
  });
});
