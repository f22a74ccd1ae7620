import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  memberships: `select o.name as organisation, m.role, m.joined_at as "joinedAt"
    from org_members m join organisations o on o.id = m.organisation_id
    where m.account_id = $1 order by m.joined_at`,
  spendings: `select purpose, amount, currency, state, asked_at as "askedAt" from org_spendings
    where requester_id = $1 order by asked_at`,
};

/** Where somebody is a member, and what they asked for there. */
@Injectable()
@Tells('organisations')
export class TellMemberships {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
