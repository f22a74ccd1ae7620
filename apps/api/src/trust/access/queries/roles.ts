import type { roleDetail, roleRow, roleRows, RuleView } from '@wire/access';
import { conflictIn, isStaffRole } from '@wire/duties';
import { permissionsOf, roles, rulesOf, type Role, type Rule } from '@wire/permissions';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { RoleCounts, StaffOf, type RoleCount } from '../../../people/accounts';

/** Every role, what it may, and how many have it. */
export class AllRoles extends Query<z.infer<typeof roleRows>> {}

/** One role: its rules, its people, and what it does not go together with. */
export class RoleByName extends Query<z.infer<typeof roleDetail>> {
  constructor(readonly role: Role) {
    super();
  }
}

export const toRule = ({ action, subject, conditions, fields, inverted }: Rule): RuleView => ({
  action: [action].flat(),
  subject: [subject].flat(),
  conditions: conditions ?? null,
  fields: fields ? [...fields] : null,
  inverted: inverted ?? false,
});

/** What the role adds to what everybody who is signed in may. */
export function permissionsOfRole(role: Role): string[] {
  const everybody = new Set(permissionsOf({ id: '', roles: [] }));
  return permissionsOf({ id: '', roles: [role] }).filter((one) => !everybody.has(one));
}

const toRow = ({ role, members, lent }: RoleCount): z.infer<typeof roleRow> => ({
  ...{ role, members, lent },
  isStaff: isStaffRole(role),
  permissions: permissionsOfRole(role),
});

@QueryHandler(AllRoles)
export class AllRolesHandler implements IQueryHandler<AllRoles> {
  constructor(private readonly queries: QueryBus) {}

  async execute() {
    return { items: (await this.queries.execute(new RoleCounts())).map(toRow) };
  }
}

@QueryHandler(RoleByName)
export class RoleByNameHandler implements IQueryHandler<RoleByName> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ role }: RoleByName) {
    const counts = await this.queries.execute(new RoleCounts());
    const found = counts.find((one) => one.role === role) ?? { role, members: 0, lent: 0 };
    const people = isStaffRole(role) ? await this.queries.execute(new StaffOf([role])) : [];
    return {
      ...toRow(found),
      rules: rulesOf(role).map(toRule),
      people: people.map(({ id, name, roles: own }) => ({ id, name, isLent: !own.includes(role) })),
      conflicts: roles.flatMap((other) => {
        const conflict = conflictIn([role, other]);
        return conflict ? [{ role: other, conflict: conflict.conflict }] : [];
      }),
    };
  }
}
