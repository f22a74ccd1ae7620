import type { ExportScope, RequestExport } from '@wire/audit';

export interface Draft {
  readonly kind: ExportScope['kind'];
  readonly contractId: string;
  /** Days, `YYYY-MM-DD`; the last one belongs to the period. */
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
}
export type Fault = 'contractId' | 'from' | 'to' | 'purpose';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d\d-\d\d$/;
const dayMs = 86_400_000;
export const longest = 500;

/** What is missing or cannot be, field by field. */
export function faultsOf({ kind, contractId, from, to, purpose }: Draft): ReadonlySet<Fault> {
  const faults = new Set<Fault>();
  if (kind === 'contract' && !uuid.test(contractId.trim())) faults.add('contractId');
  if (kind === 'period' && !day.test(from)) faults.add('from');
  if (kind === 'period' && (!day.test(to) || to < from)) faults.add('to');
  const { length } = purpose.trim();
  if (length === 0 || length > longest) faults.add('purpose');
  return faults;
}

/** Days are days of UTC: an export says the same wherever it is asked for. */
export function wishOf(draft: Draft): RequestExport {
  return { scope: scopeOf(draft), purpose: draft.purpose.trim() };
}

function scopeOf({ kind, contractId, from, to }: Draft): ExportScope {
  if (kind === 'everything') return { kind };
  if (kind === 'contract') return { kind, contractId: contractId.trim().toLowerCase() };
  const end = new Date(Date.parse(`${to}T00:00:00.000Z`) + dayMs).toISOString();
  return { kind, from: `${from}T00:00:00.000Z`, to: end };
}
