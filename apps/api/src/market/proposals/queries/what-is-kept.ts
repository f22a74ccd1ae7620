import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  proposals: `select id, job_id as "jobId", client_id as "clientId", status, content,
      submitted_at as "submittedAt", viewed_at as "viewedAt", decided_at as "decidedAt",
      decline_reason as "declineReason" from proposals where provider_id = $1 order by id`,
};

/** What somebody proposed, and what they were answered. Proposals to them belong to others. */
@Injectable()
@Tells('proposals')
export class TellProposals {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
