import type { StaffAction } from '@wire/audit';
import { looksOf } from './looks';

const row = (name: string, at: string, more: Partial<StaffAction> = {}): StaffAction => ({
  id: `${name} ${at}`,
  at,
  staff: { id: name.toLowerCase(), name },
  roles: ['support'],
  action: 'inspect',
  subject: 'Account',
  method: 'GET',
  path: '/api/admin/accounts/asha',
  status: 200,
  address: '127.0.0.1',
  correlationId: 'c',
  purpose: null,
  isIntact: true,
  ...more,
});

describe('who looked at somebody', () => {
  it('has one line for each person, whoever looked last on top', () => {
    const looks = looksOf([
      row('Sam', '2026-11-03T10:00:00Z', { purpose: 'ticket 12' }),
      row('Mira', '2026-11-02T10:00:00Z', { roles: ['mediator'] }),
      row('Sam', '2026-11-01T10:00:00Z', { purpose: 'ticket 12' }),
    ]);
    expect(looks.map(({ staff, count }) => [staff.name, count])).toEqual([
      ['Sam', 2],
      ['Mira', 1],
    ]);
    expect(looks[0]).toMatchObject({
      first: '2026-11-01T10:00:00Z',
      last: '2026-11-03T10:00:00Z',
      purposes: ['ticket 12'],
    });
  });

  it('names every role that somebody had while looking', () => {
    const looks = looksOf([
      row('Sam', '2026-11-03T10:00:00Z', { roles: ['compliance'] }),
      row('Sam', '2026-11-01T10:00:00Z'),
    ]);
    expect(looks[0]?.roles).toEqual(['compliance', 'support']);
  });

  it('is nobody when nobody did', () => {
    expect(looksOf([])).toEqual([]);
  });
});
