import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';
import { NamesOfHandler } from '../queries/names-of';

/** Nothing of a profile is left. */
@Injectable()
@Forgets()
export class ForgetProfile {
  constructor(private readonly names: NamesOfHandler) {}

  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update profiles set headline = '', about = '', skills = '{}', languages = '{}',
        hourly_rate = null, avatar_file_id = null where account_id = $1`,
      [subject],
    );
    await sql.query('delete from profile_privacy where account_id = $1', [subject]);
    this.names.forget(subject);
  }
}
