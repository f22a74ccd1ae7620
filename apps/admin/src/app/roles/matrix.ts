import type { RoleRow } from '@wire/access';

export interface MatrixRow {
  readonly subject: string;
  /** What each role may do with it, in the order of the roles. */
  readonly cells: readonly { readonly role: string; readonly actions: readonly string[] }[];
}

/** One line for every kind of thing, one column for every role of staff. */
export function matrixOf(roles: readonly RoleRow[]): MatrixRow[] {
  const all = roles.flatMap(({ permissions }) => permissions.map((one) => one.split(' ')[1] ?? ''));
  return [...new Set(all)].sort().map((subject) => ({
    subject,
    cells: roles.map(({ role, permissions }) => ({
      role,
      actions: permissions
        .filter((one) => one.endsWith(` ${subject}`))
        .map((one) => one.split(' ')[0] ?? ''),
    })),
  }));
}
