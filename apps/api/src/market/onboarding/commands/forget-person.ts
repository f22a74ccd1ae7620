import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** What was done when stays, with the hash of the text; names, answers and reasons do not. */
@Injectable()
@Forgets()
export class ForgetOnboardings {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update onboarding_tasks t set file_id = null,
          answer = case when answer is null then null else $2 end,
          signature = case when signature is null then null else $2 end,
          reason = case when reason is null then null else $2 end
        from onboardings o where o.id = t.onboarding_id and o.provider_id = $1`,
      [subject, erased],
    );
    await sql.query(
      'update onboarding_tasks set reason = $2 where reviewed_by = $1 and reason is not null',
      [subject, erased],
    );
  }
}
