import type { RoleRow } from '@wire/access';
import { matrixOf } from './matrix';

const row = (role: RoleRow['role'], ...permissions: string[]): RoleRow => {
  return { role, permissions, isStaff: true, members: 1, lent: 0 };
};

describe('the matrix of roles', () => {
  it('has a line for every kind of thing and a cell for every role', () => {
    const rows = matrixOf([
      row('support', 'inspect Job', 'request Refund'),
      row('superadmin', 'grant Role', 'inspect Role'),
    ]);
    expect(rows.map(({ subject }) => subject)).toEqual(['Job', 'Refund', 'Role']);
    expect(rows[2]?.cells).toEqual([
      { role: 'support', actions: [] },
      { role: 'superadmin', actions: ['grant', 'inspect'] },
    ]);
  });
});
