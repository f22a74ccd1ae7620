import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** Whoever is erased is in nobody's pool, keeps none, and what they noted about others is gone. */
@Injectable()
@Forgets()
export class ForgetPools {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from talent_pool_entries where provider_id = $1', [subject]);
    await sql.query('delete from talent_pools where owner_id = $1', [subject]);
    await sql.query(`update talent_pool_entries set note = $2 where noted_by = $1 and note <> ''`, [
      subject,
      erased,
    ]);
  }
}
