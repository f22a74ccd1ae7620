import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  jobs: `select id, status, content, fields, drafted_at as "draftedAt", published_at as "publishedAt",
      close_reason as "closeReason" from jobs where client_id = $1 order by id`,
  confidentiality: `select s.job_id as "jobId", s.name, s.signed_at as "signedAt", s.sha256, t.body as text
    from job_signatures s join confidentiality_texts t on t.sha256 = s.sha256
    where s.account_id = $1 order by s.signed_at`,
  invitations: `select job_id as "jobId", invited_at as "invitedAt" from job_invitations
    where provider_id = $1 order by invited_at`,
};

/** The jobs somebody wrote, and those that they were asked to. */
@Injectable()
@Tells('jobs')
export class TellJobs {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
