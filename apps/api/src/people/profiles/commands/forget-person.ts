import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** Nothing of a profile is left. */
@Injectable()
@Forgets()
export class ForgetProfile {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update profiles set headline = '', about = '', skills = '{}', languages = '{}',
        hourly_rate = null, avatar_file_id = null where account_id = $1`,
      [subject],
    );
    await sql.query('delete from profile_privacy where account_id = $1', [subject]);
  }
}
