import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

const owned = [
  ['search_jobs', 'client_id'],
  ['search_talent', 'account_id'],
  ['search_figures', 'account_id'],
  ['saved_searches', 'account_id'],
] as const;

/** Nobody is found who is not there; words that only they used are no longer suggested. */
@Injectable()
@Forgets()
export class ForgetSearch {
  async forget(sql: Sql, subject: string): Promise<void> {
    for (const [table, owner] of owned)
      await sql.query(`delete from ${table} where ${owner} = $1`, [subject]);
    await sql.query(
      `delete from search_terms t where not exists (select from search_jobs j
          where j.words @@ plainto_tsquery('english', t.term))
        and not exists (select from search_talent s where s.words @@ plainto_tsquery('english', t.term)
          or s.words @@ plainto_tsquery('simple', t.term))`,
    );
  }
}
