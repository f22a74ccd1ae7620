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
