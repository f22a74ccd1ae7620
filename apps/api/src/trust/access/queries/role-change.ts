import type { findRoleChange, roleChange } from '@wire/access';
import { conflictIn, isStaffRole } from '@wire/duties';
import { permissionsOf, staffRoles, type Permission, type Role } from '@wire/permissions';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ReadersOf, StaffOf, type Colleague } from '../../../people/accounts';

/** What would be different if somebody had these staff roles, and how many could do it then. */
export class RoleChangeOf extends Query<z.infer<typeof roleChange>> {
  constructor(readonly wish: z.infer<typeof findRoleChange>) {
    super();
  }
}

const may = (roles: readonly Role[]) => new Set<Permission>(permissionsOf({ id: '', roles }));

@QueryHandler(RoleChangeOf)
export class RoleChangeOfHandler implements IQueryHandler<RoleChangeOf> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ wish: { accountId, roles } }: RoleChangeOf) {
    const person = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    const { id, name, roles: before } = person ?? reject('accounts.not_found');
    const after = [...before.filter((role) => !isStaffRole(role)), ...new Set<Role>(roles)];
    const staff = await this.queries.execute(new StaffOf(staffRoles));
    const [was, will] = [may(before), may(after)];
    const gained = [...will].filter((one) => !was.has(one));
    const lost = [...was].filter((one) => !will.has(one));
    const conflict = conflictIn(after);
    return {
      account: { id, name },
      before: [...before],
      after,
      conflict: conflict && { conflict: conflict.conflict, roles: [...conflict.roles] },
      changes: [
        ...gained.map((one) => reach(staff, one, 'gained')),
        ...lost.map((one) => reach(staff, one, 'lost')),
      ],
    };
  }
}

/** One permission that comes or goes, and how far: so many of staff have it, then one more or less. */
function reach(staff: readonly Colleague[], permission: Permission, kind: 'gained' | 'lost') {
  const before = staff.filter(({ roles }) => may(roles).has(permission)).length;
  return { permission, kind, before, after: kind === 'gained' ? before + 1 : before - 1 };
}
