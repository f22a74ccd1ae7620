import type { Sql } from '@eventstore/record';
import type { DataExport } from '@wire/own-privacy';

interface Row {
  readonly id: string;
  readonly state: DataExport['state'];
  readonly asked_at: Date | string;
  readonly done: number;
  readonly total: number | null;
  readonly size: string | null;
  readonly files: number | null;
  readonly manifest_sha256: string | null;
  readonly expires_at: Date | string | null;
}

/** Where the bytes of somebody's copy are kept. */
export const exportObject = (exportId: string): string => `exports/own-${exportId}.zip`;

const most = 10;

/** Inside a transaction of the ORM times come as text. */
const instantOf = (at: Date | string): string => new Date(at).toISOString();

/** The copies of one person, the latest first. */
export async function exportsOf(sql: Sql, accountId: string): Promise<DataExport[]> {
  const rows = await sql.query<Row>(
    `select id, state, asked_at, done, total, size, files, manifest_sha256, expires_at
      from data_exports where account_id = $1 order by asked_at desc limit $2`,
    [accountId, most],
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    askedAt: instantOf(row.asked_at),
    done: row.done,
    total: row.total,
    size: row.size === null ? null : Number(row.size),
    files: row.files,
    manifestSha256: row.manifest_sha256,
    expiresAt: row.expires_at === null ? null : instantOf(row.expires_at),
  }));
}
