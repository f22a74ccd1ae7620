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
      from files where id = $1 and owner_id::text = $2`,
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

/** False when it was complete already. */
export async function completeFile(
  sql: Sql,
  { id, sha256, at }: { id: string; sha256: string; at: string },
): Promise<boolean> {
  const changed = await sql.query(
    `update files set completed_at = $3, sha256 = $2
      where id = $1 and completed_at is null returning id`,
    [id, sha256, at],
  );
  return changed.length > 0;
}
