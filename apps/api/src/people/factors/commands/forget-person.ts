import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

const tables = [
  'totp_factors',
  'sms_factors',
  'passkeys',
  'recovery_codes',
  'ceremonies',
  'factor_locks',
];

/** Nobody signs in with the factors of who left. */
@Injectable()
@Forgets()
export class ForgetFactors {
  async forget(sql: Sql, subject: string): Promise<void> {
    for (const table of tables)
      await sql.query(`delete from ${table} where account_id = $1`, [subject]);
  }
}
