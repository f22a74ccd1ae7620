import type { ErasureOutlook } from '@wire/privacy';
import type { Role } from '@wire/permissions';
import { isStaffRole } from '@wire/duties';
import { reject } from '@kernel/reject';

/** What is known of somebody when an erasure is decided. */
export interface Standing {
  readonly roles: readonly Role[];
  /** Money that is theirs, owed by them or under way. */
  readonly money: bigint;
  readonly escrow: bigint;
  readonly holds: number;
  readonly lastMoved: Date | null;
}

/** In the order in which they are told. */
export function obstacles({ roles, money, escrow, holds }: Standing): ErasureOutlook['obstacles'] {
  return [
    ...(money === 0n ? [] : (['money_open'] as const)),
    ...(escrow === 0n ? [] : (['escrow_open'] as const)),
    ...(holds === 0 ? [] : (['legal_hold'] as const)),
    ...(roles.some(isStaffRole) ? (['staff'] as const) : []),
  ];
}

/** Nobody is erased while something stands in the way. */
export function erasable(standing: Standing): void {
  const [first] = obstacles(standing);
  if (first) reject(`privacy.${first}`);
}

/** Until when the law keeps who moved money; null when nothing was moved or the time is over. */
export function keptUntil({ lastMoved }: Standing, years: number, now: Date): Date | null {
  if (!lastMoved) return null;
  const until = new Date(lastMoved);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until > now ? until : null;
}
