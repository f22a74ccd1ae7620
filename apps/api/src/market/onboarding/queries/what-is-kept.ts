import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  tasks: `select o.organisation_id as "organisationId", x ->> 'title' as title, x ->> 'kind' as kind,
      t.state, t.due_at as "dueAt", t.handed_in_at as "handedInAt", t.answer, t.signature,
      t.sha256, t.file_id as "fileId", t.reason, t.reviewed_at as "reviewedAt"
    from onboardings o join onboarding_plans p on p.id = o.plan_id
      join onboarding_tasks t on t.onboarding_id = o.id
      join jsonb_array_elements(p.tasks) x on x ->> 'id' = t.task_id::text
    where o.provider_id = $1 order by o.begun_at, t.place`,
  reviews: `select reason, reviewed_at as "reviewedAt" from onboarding_tasks
    where reviewed_by = $1 order by reviewed_at`,
};

/** The tasks that somebody had, what they handed in, and what they said of those of others. */
@Injectable()
@Tells('onboarding')
export class TellOnboardings {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
