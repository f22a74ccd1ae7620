import type { Sql } from '@eventstore/record';
import { Expires } from '@kernel/expiry';
import { Injectable } from '@nestjs/common';

@Injectable()
@Expires('mails')
export class ExpireMails {
  async expire(sql: Sql, before: string): Promise<number> {
    const gone = await sql.query('delete from mail_log where queued_at < $1 returning id', [
      before,
    ]);
    return gone.length;
  }
}

@Injectable()
@Expires('notices')
export class ExpireNotices {
  async expire(sql: Sql, before: string): Promise<number> {
    const gone = await sql.query('delete from notifications where at < $1 returning id', [before]);
    return gone.length;
  }
}
