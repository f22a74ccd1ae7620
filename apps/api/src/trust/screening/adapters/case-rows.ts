import type { Sql } from '@eventstore/record';
import type { CaseState } from '@wire/screening';
import { reject } from '@kernel/reject';

/** Rejects screening.not_found. */
export async function rowOfCase(
  sql: Sql,
  caseId: string,
): Promise<{ accountId: string; state: CaseState }> {
  const [row] = await sql.query<{ accountId: string; state: CaseState }>(
    'select account_id as "accountId", state from screening_cases where id = $1',
    [caseId],
  );
  return row ?? reject('screening.not_found');
}

/** Remembers every pair of a case as two; an older decision about the same pair gives way. */
export async function clearPairs(sql: Sql, caseId: string, at: string): Promise<void> {
  await sql.query(
    `insert into screening_cleared (account_id, entry_id, entry_hash, case_id, at)
      select distinct on (account_id, entry_id) account_id, entry_id, entry_hash, case_id, $2
        from screening_alerts where case_id = $1 and kind = 'name'
        order by account_id, entry_id, raised_at desc
      on conflict (account_id, entry_id) do update set entry_hash = excluded.entry_hash,
        case_id = excluded.case_id, at = excluded.at`,
    [caseId, at],
  );
}

/** The listed ones that a case is about; nothing where it is about movements alone. */
export async function entriesOfCase(sql: Sql, caseId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct entry_id as id from screening_alerts
      where case_id = $1 and entry_id is not null`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** Whether two people decided to go on with somebody in public office, and to look closer. */
export async function isWatchedCloser(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await sql.query(
    `select 1 from screening_cases
      where account_id = $1 and disposition = 'enhanced_due_diligence' limit 1`,
    [accountId],
  );
  return rows.length > 0;
}
