import { isAllowed, type Permission, type Role, staffRoles } from '@wire/permissions';

/** The roles that hold a permission: who can be asked when it is not the reader. */
export const rolesFor = (permission: string): Role[] =>
  staffRoles.filter((role) => isAllowed({ id: '', roles: [role] }, permission as Permission));

/** Above this a yes is typed and not only clicked: whole minor units, whatever the currency. */
export const largeMinor = 2_500_000n;
