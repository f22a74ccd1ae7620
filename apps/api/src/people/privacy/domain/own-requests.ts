import type { DataExport } from '@wire/own-privacy';
import { reject } from '@kernel/reject';

const dayMs = 86_400_000;
/** How long somebody may think again before the account is deleted. */
export const graceMs = 30 * dayMs;
/** The law gives a month to answer who asks about their data. */
export const answerMs = 30 * dayMs;
/** So long before the end the last warning goes. */
export const lastWordMs = 3_600_000;
/** The last mail is tried for so long; then nobody can open its address any more. */
export const farewellMs = 7 * dayMs;
/** An account that cannot be deleted yet is looked at again after so long. */
export const againMs = dayMs;
/** A copy is kept for so long, then its bytes are removed. */
export const keptMs = 7 * dayMs;
/** Good for the download that was just proved, and no other. */
export const linkMs = 5 * 60_000;

/** One copy a day: when the next may be asked for, or null for now. */
export function nextExportAt(latest: DataExport | undefined, now: Date): string | null {
  if (!latest) return null;
  const next = Date.parse(latest.askedAt) + dayMs;
  return next > now.getTime() ? new Date(next).toISOString() : null;
}

export function mayAskExport(latest: DataExport | undefined, now: Date): void {
  if (latest?.state === 'making') reject('privacy.export_under_way');
  const next = nextExportAt(latest, now);
  if (next) reject('privacy.export_too_soon', { nextAt: next });
}
