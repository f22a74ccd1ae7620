import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';

const attempts = 5;
const lockSeconds = 900;

/** Five wrong codes of whatever kind close the door for a quarter of an hour. */
@Injectable()
export class FactorLocks {
  /** Seconds that the account is still locked; the row is locked until the commit. */
  async secondsOf(sql: Sql, accountId: string): Promise<number> {
    const [row] = await sql.query<{ seconds: number | null }>(
      `insert into factor_locks (account_id, failures) values ($1, 0)
        on conflict (account_id) do update set failures = factor_locks.failures
        returning ceil(extract(epoch from locked_until - now()))::int as seconds`,
      [accountId],
    );
    return Math.max(0, row?.seconds ?? 0);
  }

  async wrong(sql: Sql, accountId: string): Promise<void> {
    await sql.query(
      `update factor_locks set failures = (failures + 1) % $2,
          locked_until = case when failures + 1 >= $2 then now() + make_interval(secs => $3) end
        where account_id = $1`,
      [accountId, attempts, lockSeconds],
    );
  }

  async right(sql: Sql, accountId: string): Promise<void> {
    await sql.query('delete from factor_locks where account_id = $1', [accountId]);
  }
}
