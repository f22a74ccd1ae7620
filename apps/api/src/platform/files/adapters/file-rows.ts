import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { StoredFile } from './storage';

export interface FileRow extends StoredFile {
  readonly ownerId: string;
  readonly purpose: string;
  readonly isComplete: boolean;
}

export interface NewFile extends Omit<FileRow, 'isComplete'> {
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The file as it was opened. Rejects files.not_found when there is none of that owner. */
export async function fileOf(sql: Sql, id: string, ownerId: string): Promise<FileRow> {
  const [row] = await sql.query<Omit<FileRow, 'size'> & { size: string }>(
    `select id, name, media_type as "mediaType", size, parts, upload_key as "uploadKey",
        owner_id as "ownerId", purpose, completed_at is not null as "isComplete"
      from files where id = $1 and owner_id::text = $2 and refused_for is null`,
    [id, ownerId],
  );
  return row ? { ...row, size: Number(row.size) } : reject('files.not_found');
}

export async function addFile(sql: Sql, file: NewFile): Promise<void> {
  const { id, ownerId, name, mediaType, purpose, size, parts, uploadKey } = file;
  await sql.query(
    `insert into files (id, owner_id, name, media_type, purpose, size, parts, upload_key,
        created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, ownerId, name, mediaType, purpose, size, parts, uploadKey],
      ...[file.createdAt, file.expiresAt],
    ],
  );
}

/** Rejects files.over_quota. Two uploads that are opened together are counted one after the other. */
export async function checkQuota(
  sql: Sql,
  ownerId: string,
  wanted: number,
  quota: number,
): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('files ' || $1, 0))`, [ownerId]);
  const [row] = await sql.query<{ used: string }>(
    `select coalesce(sum(size), 0) as used from files
      where owner_id = $1::uuid and refused_for is null`,
    [ownerId],
  );
  const used = Number(row?.used ?? 0);
  if (used + wanted > quota) reject('files.over_quota', { usedBytes: used, quotaBytes: quota });
}

export interface Completed {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly at: string;
  readonly isChecked: boolean;
}

/** False when it was complete already. */
export async function completeFile(
  sql: Sql,
  { id, sha256, size, at, isChecked }: Completed,
): Promise<boolean> {
  const changed = await sql.query(
    `update files set completed_at = $3, sha256 = $2, size = $4,
        checked_at = case when $5 then $3::timestamptz end
      where id = $1 and completed_at is null and refused_for is null returning id`,
    [id, sha256, at, size, isChecked],
  );
  return changed.length > 0;
}
