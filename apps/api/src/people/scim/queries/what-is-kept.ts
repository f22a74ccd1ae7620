import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  directory: `select o.name as organisation, u.user_name as "userName", u.email,
      u.given_name as "givenName", u.family_name as "familyName", u.display_name as "displayName",
      u.active, u.created_at as "createdAt"
    from scim_users u join organisations o on o.id = u.organisation_id
    where u.account_id = $1 order by u.created_at`,
};

/** What the directories of organisations said about somebody. */
@Injectable()
@Tells('scim')
export class TellDirectory {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
