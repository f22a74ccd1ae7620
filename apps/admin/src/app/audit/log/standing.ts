import type { StaffAction } from '@wire/audit';

export type Standing = 'intact' | 'recording' | 'altered';

/** Longer than the record ever takes to learn of a row. */
const grace = 60_000;

/** The record learns of a row a moment later; one it still does not know then was changed or made up. */
export function standingOf(row: Pick<StaffAction, 'at' | 'isIntact'>, now: number): Standing {
  if (row.isIntact) return 'intact';
  return now - Date.parse(row.at) < grace ? 'recording' : 'altered';
}

/** What was looked at, without what is the same for all: `/users/123` of `/api/admin/users/123?q=`. */
export const pathOf = (path: string): string =>
  decoded(path.replace(/^\/api(\/admin)?/, '').replace(/\?.*$/, ''));

/** Filters of a list and the like; empty when nothing was asked for. */
export const queryOf = (path: string): string => decoded(/\?(.*)$/.exec(path)?.[1] ?? '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
