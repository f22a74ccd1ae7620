import type { Sql } from '@eventstore/record';
import { Expires } from '@kernel/expiry';
import { Injectable } from '@nestjs/common';

/** Where somebody was logged in, once it is over for that long. */
@Injectable()
@Expires('sessions')
export class ExpireSessions {
  async expire(sql: Sql, before: string): Promise<number> {
    const old = '(select id from sessions where ended_at < $1 limit 10000)';
    await sql.query(`delete from refresh_tokens where session_id in ${old}`, [before]);
    const gone = await sql.query(`delete from sessions where id in ${old} returning id`, [before]);
    return gone.length;
  }
}
