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
  const byPerson = new Map<string, StaffAction[]>();
  for (const row of rows) byPerson.set(row.staff.id, [...(byPerson.get(row.staff.id) ?? []), row]);
  return [...byPerson.values()].map((own) => ({
    staff: own[0]!.staff,
    roles: [...new Set(own.flatMap(({ roles }) => roles))],
    count: own.length,
    first: own.at(-1)!.at,
    last: own[0]!.at,
    purposes: [...new Set(own.flatMap(({ purpose }) => purpose ?? []))],
  }));
}
