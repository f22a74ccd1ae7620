import { staffRoles, type Role } from './permissions';

/** Why two roles are never held by one person. */
export type Conflict =
  'maker_and_checker' | 'mediator_and_finance' | 'superadmin_and_approval' | 'auditor_and_writing';

const finance: readonly Role[] = ['finance_maker', 'finance_checker'];
const mediation: readonly Role[] = ['mediator', 'mediator_lead'];
const approving: readonly Role[] = [
  'finance_checker',
  'compliance',
  'compliance_lead',
  'mediator_lead',
];

/** One person decides nothing that they prepared, judged or configured; who audits writes nothing. */
const rules: readonly {
  readonly conflict: Conflict;
  readonly between: readonly Role[];
  readonly and: (role: Role) => boolean;
}[] = [
  {
    conflict: 'maker_and_checker',
    between: ['finance_maker'],
    and: (role) => role === 'finance_checker',
  },
  {
    conflict: 'mediator_and_finance',
    between: mediation,
    and: (role) => finance.includes(role),
  },
  {
    conflict: 'superadmin_and_approval',
    between: ['superadmin'],
    and: (role) => approving.includes(role),
  },
  {
    conflict: 'auditor_and_writing',
    between: ['auditor'],
    and: (role) => role !== 'auditor',
  },
];

export interface RolesInConflict {
  readonly conflict: Conflict;
  readonly roles: readonly [Role, Role];
}

/** The first rule that this set of roles breaks; null when one person may hold them all. */
export function conflictIn(roles: readonly Role[]): RolesInConflict | null {
  for (const { conflict, between, and } of rules) {
    const one = roles.find((role) => between.includes(role));
    const other = roles.find((role) => and(role));
    if (one && other) return { conflict, roles: [one, other] };
  }
  return null;
}

export const isStaffRole = (role: Role): role is (typeof staffRoles)[number] =>
  staffRoles.some((one) => one === role);
