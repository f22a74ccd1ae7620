import type { Sql } from '@eventstore/record';
import { Expires } from '@kernel/expiry';
import { Injectable } from '@nestjs/common';

@Injectable()
@Expires('texts')
export class ExpireTexts {
  async expire(sql: Sql, before: string): Promise<number> {
    const gone = await sql.query('delete from texts where queued_at < $1 returning id', [before]);
    await sql.query('delete from text_replies where heard_at < $1', [before]);
    return gone.length;
  }
}
