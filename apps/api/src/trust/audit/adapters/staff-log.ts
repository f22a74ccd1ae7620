import { canonical, sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';

/** What somebody of the staff did or looked at, as the row keeps it. */
export interface StaffActionRow {
  readonly id: string;
  readonly at: string;
  readonly staffId: string;
  readonly roles: readonly string[];
  readonly action: string;
  readonly subject: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly address: string;
  readonly correlation: string;
  readonly purpose: string | null;
}

/** The hash under which the record knows a row; its random id is the salt. */
export const rowHash = (row: StaffActionRow): Buffer =>
  sha256(
    canonical({
      tag: 'guildhall.staff-action.v1',
      id: row.id,
      at: row.at,
      staffId: row.staffId,
      roles: row.roles,
      action: row.action,
      subject: row.subject,
      method: row.method,
      path: row.path,
      status: row.status,
      address: row.address,
      correlation: row.correlation,
      purpose: row.purpose,
    }),
  );

export async function addStaffAction(sql: Sql, row: StaffActionRow): Promise<void> {
  await sql.query(
    `insert into staff_actions (id, at, staff_id, roles, action, subject, method, path, status,
      address, correlation, purpose, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.id,
      row.at,
      row.staffId,
      row.roles,
      row.action,
      row.subject,
      row.method,
      row.path,
      row.status,
      row.address,
      row.correlation,
      row.purpose,
      rowHash(row),
    ],
  );
}
