import {
  checksOf,
  type DecideVerification,
  type Extracted,
  type ProvedTier,
  type SubmitVerification,
  type VerificationState,
} from '@wire/verification';
import { reject } from '@kernel/reject';

/** What the provider found: clear, or the first thing that is not. */
export const outcomes = [
  'clear',
  'document_expired',
  'document_unreadable',
  'face_mismatch',
  'suspected_forgery',
  'no_answer',
] as const;
export type Outcome = (typeof outcomes)[number];

const dayMs = 86_400_000;
/** How long a proof holds, and how long somebody who sent papers waits at most. */
export const holdsMs = 2 * 365 * dayMs;
export const dueMs: Record<ProvedTier, number> = { T2: dayMs, T3: 3 * dayMs };
export const remindDays = [30, 7] as const;

const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** No person has to look where a machine found nothing and what it read is what was typed. */
export function passesAlone(
  tier: ProvedTier,
  outcome: Outcome,
  stated: Pick<SubmitVerification, 'legalName' | 'birthDate'>,
  read: Extracted | null,
): boolean {
  if (tier !== 'T2' || outcome !== 'clear' || !read) return false;
  return plain(read.name) === plain(stated.legalName) && read.birthDate === stated.birthDate;
}

/** Companies, and papers that may be forged, are looked at by two people. */
export const riskOf = (tier: ProvedTier, outcome: Outcome | null): 'normal' | 'high' =>
  tier === 'T3' || outcome === 'suspected_forgery' ? 'high' : 'normal';

/** Nobody approves what was not looked at whole, nor refuses without saying why. */
export function mayDecide(
  { state, tier }: { state: VerificationState; tier: ProvedTier },
  input: DecideVerification,
): void {
  if (state !== 'review') reject('verification.not_in_review');
  const { decision, checklist, reasons } = input;
  if (decision === 'approve' && !checksOf(tier).every((check) => checklist.includes(check)))
    reject('verification.checklist_incomplete');
  if (decision !== 'approve' && reasons.length === 0) reject('verification.reason_missing');
}
