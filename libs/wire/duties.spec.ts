import { conflictIn } from './duties';
import { roles, type Role } from './permissions';

const forbidden: readonly (readonly [Role, Role])[] = [
  ['finance_maker', 'finance_checker'],
  ['mediator', 'finance_maker'],
  ['mediator', 'finance_checker'],
  ['mediator_lead', 'finance_maker'],
  ['mediator_lead', 'finance_checker'],
  ['superadmin', 'finance_checker'],
  ['superadmin', 'compliance'],
  ['superadmin', 'compliance_lead'],
  ['superadmin', 'mediator_lead'],
  ...roles.flatMap((role) => (role === 'auditor' ? [] : [['auditor', role] as const])),
];

const isForbidden = (a: Role, b: Role) =>
  forbidden.some((pair) => pair.includes(a) && pair.includes(b) && a !== b);

describe('duties that are kept apart', () => {
  it.each(roles.flatMap((a) => roles.map((b) => [a, b] as const)))(
    '%s and %s, in either order',
    (a, b) => {
      expect(conflictIn([a, b]) !== null).toBe(isForbidden(a, b));
      expect(conflictIn([a, b])?.conflict).toBe(conflictIn([b, a])?.conflict);
    },
  );

  it('are named with the rule and the two roles', () => {
    expect(conflictIn(['client', 'finance_checker', 'finance_maker'])).toEqual({
      conflict: 'maker_and_checker',
      roles: ['finance_maker', 'finance_checker'],
    });
    expect(conflictIn(['support', 'client', 'provider'])).toBeNull();
  });
});
