import type { Sql } from '@eventstore/record';
import type { ListSource } from '@wire/screening';
import type { Marks } from './list-publishers';

/** What the publisher said of the list last; nothing when it was never asked. */
export async function marksOf(sql: Sql, source: ListSource): Promise<Marks> {
  const [row] = await sql.query<Marks>(
    'select etag, last_modified as "lastModified" from list_fetches where source = $1',
    [source],
  );
  return row ?? { etag: null, lastModified: null };
}

/** The marks are kept only of a list that was taken in whole: else it would never be sent again. */
export async function noteFetched(
  sql: Sql,
  source: ListSource,
  { etag, lastModified, outcome, at }: Marks & { outcome: 'imported' | 'unchanged'; at: string },
): Promise<void> {
  await sql.query(
    `insert into list_fetches (source, etag, last_modified, asked_at, outcome)
      values ($1, $2, $3, $4, $5)
      on conflict (source) do update set etag = excluded.etag, outcome = excluded.outcome,
        last_modified = excluded.last_modified, asked_at = excluded.asked_at, why = null,
        failing_since = null`,
    [source, etag, lastModified, at, outcome],
  );
}

/** @returns whether it had worked until now, so that only the first failure in a row alarms. */
export async function noteFailed(
  sql: Sql,
  source: ListSource,
  { why, at }: { why: string; at: string },
): Promise<boolean> {
  const [before] = await sql.query<{ failing: boolean }>(
    `select failing_since is not null as failing from list_fetches where source = $1 for update`,
    [source],
  );
  await sql.query(
    `insert into list_fetches (source, asked_at, outcome, why, failing_since)
      values ($1, $2, 'failed', $3, $2)
      on conflict (source) do update set asked_at = excluded.asked_at, outcome = 'failed',
        why = excluded.why,
        failing_since = coalesce(list_fetches.failing_since, excluded.failing_since)`,
    [source, at, why],
  );
  return before?.failing !== true;
}
