import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  passkeys: `select id, name, transports, synced, created_at as "createdAt",
      last_used_at as "lastUsedAt"
    from passkeys where account_id = $1 order by created_at, id`,
  others: `select 'app' as kind, created_at as "createdAt", confirmed_at as "confirmedAt"
      from totp_factors where account_id = $1
    union all select 'sms', created_at, created_at from sms_factors where account_id = $1`,
  recoveryCodes: `select used_at as "usedAt" from recovery_codes where account_id = $1
    order by used_at nulls last`,
};

/** By what somebody shows that it is them; never the secret itself. */
@Injectable()
@Tells('factors')
export class TellFactors {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
