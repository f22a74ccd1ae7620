import type { Sql } from '@eventstore/record';
import type {
  Extracted,
  ProvedTier,
  RegisterOutcome,
  RejectionReason,
  SubmitVerification,
  VerificationDetail,
  VerificationState,
} from '@wire/verification';
import { reject } from '@kernel/reject';
import type { SubjectKeys } from '@kernel/subject-keys';
import type { Outcome } from '../domain/outcome';
import type { Registered } from '../domain/register';

export interface VerificationRow {
  readonly id: string;
  readonly accountId: string;
  readonly tier: ProvedTier;
  readonly state: VerificationState;
  readonly risk: 'normal' | 'high';
  readonly files: readonly string[];
  readonly stated: string;
  readonly extracted: string;
  readonly outcome: Outcome | null;
  readonly providerCheck: string | null;
  readonly reasons: readonly RejectionReason[];
  readonly note: string;
  readonly checklist: VerificationDetail['checklist'];
  readonly submittedAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly approvalId: string | null;
  readonly expiresAt: Date | null;
  readonly registryOutcome: RegisterOutcome | null;
  readonly registry: string;
}

export const columns = `id, account_id as "accountId", tier, state, risk, files, stated, extracted,
  outcome, provider_check as "providerCheck", reasons, note, checklist,
  submitted_at as "submittedAt", due_at as "dueAt", decided_at as "decidedAt",
  decided_by as "decidedBy", approval_id as "approvalId", expires_at as "expiresAt",
  registry_outcome as "registryOutcome", registry`;

/** Rejects verification.not_found. */
export async function rowOf(sql: Sql, id: string): Promise<VerificationRow> {
  const [row] = await sql.query<VerificationRow>(
    `select ${columns} from verifications where id = $1`,
    [id],
  );
  return row ?? reject('verification.not_found');
}

export type Stated = Pick<SubmitVerification, 'legalName' | 'birthDate' | 'country' | 'company'>;

/** What was typed and what was read; nothing where the person was erased. */
export async function opened(
  keys: SubjectKeys,
  row: Pick<VerificationRow, 'stated' | 'extracted'>,
): Promise<{ stated: Stated; extracted: Extracted | null }> {
  const nothing = { legalName: '', birthDate: '', country: '' };
  return {
    stated: parsed<Stated>(await keys.open(row.stated)) ?? nothing,
    extracted: parsed<Extracted>(await keys.open(row.extracted)),
  };
}

/** What the register of companies has; null where it was not asked. */
export async function registerOf(
  keys: SubjectKeys,
  { registryOutcome: outcome, registry }: Pick<VerificationRow, 'registryOutcome' | 'registry'>,
): Promise<VerificationDetail['register']> {
  return outcome && { outcome, found: parsed<Registered>(await keys.open(registry)) };
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
