import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  privacy: `select fields, search_engines as "searchEngines", changed_at as "changedAt"
    from profile_privacy where account_id = $1`,
  profile: `select headline, about, skills, languages, hourly_rate as "hourlyRate", currency,
      avatar_file_id as "avatarFileId", updated_at as "updatedAt"
    from profiles where account_id = $1`,
};

/** What somebody shows of themselves. */
@Injectable()
@Tells('profile')
export class TellProfile {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
