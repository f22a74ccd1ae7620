import type { AuditExport, ExportScope } from '@wire/audit';
import type { Sql } from '@eventstore/record';

export interface ExportRow {
  readonly id: string;
  readonly approvalId: string | null;
  readonly requestedBy: string;
  readonly scope: ExportScope;
  readonly purpose: string;
  readonly state: AuditExport['state'];
  readonly requestedAt: Date;
  readonly done: number;
  readonly total: number | null;
  readonly size: string | null;
  readonly events: number | null;
  readonly manifestSha256: string | null;
  readonly checkpointSize: string | null;
  readonly expiresAt: Date | null;
  readonly downloads: number;
}

export const exportColumns = `id, approval_id as "approvalId", requested_by as "requestedBy", scope,
  purpose, state, requested_at as "requestedAt", done, total, size, events,
  manifest_sha256 as "manifestSha256", checkpoint_size as "checkpointSize",
  expires_at as "expiresAt", downloads`;

export async function findExport(sql: Sql, id: string): Promise<ExportRow | null> {
  const [row] = await sql.query<ExportRow>(
    `select ${exportColumns} from audit_exports where id = $1`,
    [id],
  );
  return row ?? null;
}

/** Where the bytes of an export are kept. */
export const exportObject = (id: string): string => `exports/export-${id}.tar`;
