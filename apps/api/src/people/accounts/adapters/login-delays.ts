import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';

const free = 5;
const firstSeconds = 15;
const longestSeconds = 900;

const keyOf = (email: string): Buffer => createHash('sha256').update(email).digest();

/**
 * Wrong passwords of one address, from wherever they come: after five, each wait is twice the last,
 * up to a quarter of an hour. Nobody is locked out for good, and an address without an account
 * behaves the same.
 */
@Injectable()
export class LoginDelays {
  /** Seconds until the next attempt is looked at. */
  async secondsOf(sql: Sql, email: string): Promise<number> {
    const [row] = await sql.query<{ seconds: number | null }>(
      `select ceil(extract(epoch from blocked_until - now()))::int as seconds
        from login_failures where key = $1`,
      [keyOf(email)],
      'accounts.login_delay',
    );
    return Math.max(0, row?.seconds ?? 0);
  }

  /** One more; how many there were within a day. */
  async failed(sql: Sql, email: string): Promise<number> {
    const [row] = await sql.query<{ failures: number }>(
      `insert into login_failures as f (key, failures, last_at) values ($1, 1, now())
        on conflict (key) do update set last_at = now(),
          failures = case when f.last_at < now() - interval '1 day' then 1 else f.failures + 1 end,
          blocked_until = case when f.last_at >= now() - interval '1 day' and f.failures + 1 >= $2
            then now() + make_interval(secs => least($4, $3 * power(2, f.failures + 1 - $2))) end
        returning failures`,
      [keyOf(email), free, firstSeconds, longestSeconds],
    );
    return row?.failures ?? 0;
  }

  async succeeded(sql: Sql, email: string): Promise<void> {
    await sql.query('delete from login_failures where key = $1', [keyOf(email)]);
  }
}
