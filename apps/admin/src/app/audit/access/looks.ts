import type { StaffAction } from '@wire/audit';

export interface Looks {
  readonly staff: StaffAction['staff'];
  readonly roles: readonly string[];
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly purposes: readonly string[];
}

/** One line for everybody who looked, whoever looked last on top. Rows come newest first. */
export function looksOf(rows: readonly StaffAction[]): Looks[] {
  const looks = new Map<string, Looks>();
  for (const { staff, roles, at, purpose } of rows) {
    const later = looks.get(staff.id) ?? { staff, roles: [], count: 0, last: at, purposes: [] };
    looks.set(staff.id, {
      ...later,
      roles: [...new Set([...later.roles, ...roles])],
      count: later.count + 1,
      first: at,
      purposes: [...new Set([...later.purposes, ...(purpose === null ? [] : [purpose])])],
    });
  }
  return [...looks.values()];
}
