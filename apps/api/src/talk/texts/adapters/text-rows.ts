import type { Sql } from '@eventstore/record';
import type { TextStatus } from '@wire/texts';
import { randomUUIDv7 } from 'node:crypto';
import type { ReadNumber } from './numbers';

export interface TextRow {
  readonly id: string;
  readonly account_id: string;
  readonly challenge_id: string | null;
  readonly purpose: string;
  readonly masked: string;
  readonly country: string | null;
  readonly sender: string;
  readonly status: TextStatus;
  /** By which its number is found again; none on rows of long ago. */
  readonly mark: Buffer | null;
  readonly error_code: number | null;
  readonly queued_at: Date;
  readonly changed_at: Date;
}

export interface Owed {
  /** The same cause never makes two messages. */
  readonly cause: string;
  readonly accountId: string;
  readonly challengeId: string | null;
  readonly purpose: string;
  readonly number: ReadNumber;
  readonly mark: Buffer | undefined;
  readonly sender: string;
}

/** The row of a message that is owed. One that was tried before keeps its row, refused or not. */
export async function openText(sql: Sql, owed: Owed): Promise<Pick<TextRow, 'id' | 'status'>> {
  const { cause, accountId, challengeId, purpose, number, sender, mark } = owed;
  const { country, masked } = number;
  const [row] = await sql.query<Pick<TextRow, 'id' | 'status'>>(
    `insert into texts (id, cause, account_id, challenge_id, purpose, country, masked, sender,
        mark, status, queued_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', now(), now())
      on conflict (cause) do update set status =
          case texts.status when 'failed' then 'waiting' else texts.status end
        returning id, status`,
    [randomUUIDv7(), cause, accountId, challengeId, purpose, country, masked, sender, mark],
  );
  if (!row) throw new Error(`no row for the text ${cause}`);
  return row;
}

/** For a change: nobody else changes it meanwhile. */
export async function textForChange(sql: Sql, id: string): Promise<TextRow | undefined> {
  const [row] = await sql.query<TextRow>('select * from texts where id = $1 for update', [id]);
  return row;
}

export async function changeText(
  sql: Sql,
  id: string,
  { status, errorCode }: { status: TextStatus; errorCode: number | null },
): Promise<void> {
  await sql.query(
    `update texts set status = $2, error_code = $3, changed_at = now() where id = $1`,
    [id, status, errorCode],
  );
}
