import type { Sql } from '@eventstore/record';
import type { Wording } from '../domain/confidentiality';

export interface Signed extends Wording {
  readonly name: string;
  readonly at: Date;
}

/** A text that somebody signed for this job, by its hash; null for none. */
export async function textSigned(sql: Sql, jobId: string, sha256: string): Promise<Wording | null> {
  const [row] = await sql.query<Wording>(
    `select s.version, s.sha256, t.body
      from job_signatures s join confidentiality_texts t on t.sha256 = s.sha256
      where s.job_id = $1 and s.sha256 = $2 limit 1`,
    [jobId, sha256],
  );
  return row ?? null;
}

/** What this account signed for this job; null for nothing. */
export async function signedBy(sql: Sql, jobId: string, accountId: string): Promise<Signed | null> {
  const [row] = await sql.query<Signed>(
    `select s.name, s.signed_at as at, s.version, s.sha256, t.body
      from job_signatures s join confidentiality_texts t on t.sha256 = s.sha256
      where s.job_id = $1 and s.account_id::text = $2`,
    [jobId, accountId],
  );
  return row ?? null;
}
