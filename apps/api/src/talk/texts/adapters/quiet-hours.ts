import type { Sql } from '@eventstore/record';
import type { QuietHours } from '@wire/texts';
import { usualHours } from '../domain/quiet';

export async function quietHoursOf(sql: Sql, accountId: string): Promise<QuietHours> {
  const [row] = await sql.query<QuietHours>(
    `select is_on as "isOn", starts as "from", ends as "to" from quiet_hours
      where account_id = $1`,
    [accountId],
  );
  return row ?? usualHours;
}

/** True when they are other hours than before. */
export async function setQuietHours(
  sql: Sql,
  accountId: string,
  { isOn, from, to }: QuietHours,
  at: string,
): Promise<boolean> {
  const rows = await sql.query(
    `insert into quiet_hours as q (account_id, is_on, starts, ends, changed_at)
      values ($1, $2, $3, $4, $5) on conflict (account_id) do update
        set is_on = excluded.is_on, starts = excluded.starts, ends = excluded.ends,
          changed_at = excluded.changed_at
        where (q.is_on, q.starts, q.ends) <> (excluded.is_on, excluded.starts, excluded.ends)
      returning account_id`,
    [accountId, isOn, from, to, at],
  );
  return rows.length > 0;
}
