import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  verifications: `select id, tier, state, stated, extracted, reasons, note,
      submitted_at as "submittedAt", decided_at as "decidedAt", expires_at as "expiresAt"
    from verifications where account_id = $1 order by submitted_at, id`,
};

/** What somebody sent to prove who they are, what was read in it and what came of it. */
@Injectable()
@Tells('verification')
export class TellVerification {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
