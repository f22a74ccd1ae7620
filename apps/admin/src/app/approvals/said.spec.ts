import { money } from '@money';
import { linesOf, moneyIn, type Wording } from './said';

const words: Record<string, string> = {
  'approvals.fields.wallet': 'Wallet of {{name}}',
  'approvals.fields.hold': 'Hold',
  'approvals.fields.roles': 'Roles',
  'approvals.values.legal_order': 'Order of a court',
  'shell.roles.support': 'Support',
  'shell.roles.mediator': 'Mediator',
};
const wording: Wording = {
  word: (key, { name = '' } = {}) => words[key]?.replace('{{name}}', name) ?? null,
};
const said = (field: string, before: string | null, after: string | null) =>
  linesOf(
    { changes: [{ field, before, after }], beneficiaries: [{ id: 'u1', name: 'Asha' }] },
    wording,
  )[0];

describe('What a request would change', () => {
  it('names the owner of a wallet, and shows amounts as money', () => {
    expect(said('wallet:u1:available', null, '-5000 INR')).toMatchObject({
      label: 'Wallet of Asha',
      before: null,
      after: money(-5_000, 'INR'),
    });
  });

  it('says codes and roles in words, and no roles as nothing', () => {
    expect(said('hold', 'legal_order', null)).toMatchObject({ before: 'Order of a court' });
    expect(said('roles', 'support', 'support, mediator')).toMatchObject({
      before: 'Support',
      after: 'Support, Mediator',
    });
    expect(said('roles', '', 'support')).toMatchObject({ before: null });
  });

  it('shows what nobody has named as it is written', () => {
    expect(said('suspense', null, 'abc')).toMatchObject({ label: 'suspense', after: 'abc' });
  });

  it('takes nothing for money that is not whole minor units of a known currency', () => {
    expect(moneyIn('5000 INR')).toEqual(money(5_000, 'INR'));
    for (const no of ['5000', '50.00 INR', '5000 XXX', '2026-02', null])
      expect(moneyIn(no)).toBeNull();
  });
});
