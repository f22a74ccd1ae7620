import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  keys: `select id, service_id as "serviceId", name, beginning, scopes, networks,
      created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
      last_address as "lastAddress", revoked_at as "revokedAt", revoked_by as "revokedBy"
    from api_keys where account_id = $1 order by created_at, id`,
};

/** Which programs act for somebody, and how they were used; never the key. */
@Injectable()
@Tells('api-keys')
export class TellKeys {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
