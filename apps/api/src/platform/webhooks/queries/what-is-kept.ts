import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  endpoints: `select id, url, description, events, created_at as "createdAt",
      disabled_for as "disabledFor", disabled_at as "disabledAt"
    from webhook_endpoints where account_id = $1 order by created_at, id`,
};

/** Where somebody has facts sent to; never the secret that signs them. */
@Injectable()
@Tells('webhooks')
export class TellWebhooks {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
