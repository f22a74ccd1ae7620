import type { Sql } from '@eventstore/record';

/** Who is asked to propose to a job; asked again, the first time stands. */
export async function noteInvited(
  sql: Sql,
  jobId: string,
  providerIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql.query(
    `insert into job_invitations (job_id, provider_id, invited_at)
      select $1, unnest($2::uuid[]), $3 on conflict do nothing`,
    [jobId, providerIds, at.toISOString()],
  );
}

/** Everybody who was asked to propose to this job. */
export async function invitedTo(sql: Sql, jobId: string): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    'select provider_id as id from job_invitations where job_id = $1',
    [jobId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Everybody whose proposal to this job stands. */
export async function proposersTo(sql: Sql, jobId: string): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    'select provider_id as id from job_proposals where job_id = $1 and open',
    [jobId],
  );
  return new Set(rows.map(({ id }) => id));
}
