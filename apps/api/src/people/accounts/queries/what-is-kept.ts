import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  account: `select id, email, name, slug, roles, active_role as "activeRole", country, locale,
      time_zone as "timeZone", email_verified_at as "emailVerifiedAt", phone,
      phone_verified_at as "phoneVerifiedAt", created_at as "createdAt"
    from accounts where id = $1`,
  suspensions: `select reason, suspended_at as "suspendedAt", lifted_at as "liftedAt"
    from account_suspensions where account_id = $1 order by suspended_at`,
  sessions: `select device, address, created_at as "createdAt", last_seen_at as "lastSeenAt",
      ended_at as "endedAt" from sessions where account_id = $1 order by created_at`,
};

/** Who somebody is, and where they are logged in. */
@Injectable()
@Tells('account')
export class TellAccount {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
