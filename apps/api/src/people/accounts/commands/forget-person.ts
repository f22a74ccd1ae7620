import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../adapters/sessions';

/** How somebody is shown who was here. */
const formerMember = 'Former member';

/** The account stays as a name for what it did; who it was is gone, and nobody signs in with it. */
@Injectable()
@Forgets()
export class ForgetAccount {
  constructor(private readonly sessions: Sessions) {}

  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `delete from rate_limits where exists (select from accounts a where a.id = $1
        and position(lower(a.email) in lower(key)) > 0)`,
      [subject],
    );
    await sql.query(
      `delete from refresh_tokens where session_id in (select id from sessions where account_id = $1)`,
      [subject],
    );
    await this.sessions.endOthers(sql, subject, null);
    const tables = ['sessions', 'challenges', 'code_locks', 'login_tickets', 'known_devices'];
    for (const table of tables)
      await sql.query(`delete from ${table} where account_id = $1`, [subject]);
    await sql.query(
      `update account_suspensions set note = '', lift_note = null where account_id = $1`,
      [subject],
    );
    await sql.query(
      `update accounts set email = 'former-' || id || '@invalid', password_hash = '', name = $2,
        slug = 'former-member-' || id, roles = '{}', active_role = null, country = 'ZZ', locale = 'en',
        time_zone = 'UTC', email_verified_at = null, phone = null, phone_verified_at = null
        where id = $1`,
      [subject, formerMember],
    );
  }
}
