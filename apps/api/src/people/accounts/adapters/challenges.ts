import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Codes } from './codes';

/** Six digits are good for so long and no longer, even where the link of the same mail is. */
const codeSeconds = 600;
const throttleSeconds = 60;
const recent = 3;
const attempts = 5;
const lockSeconds = 900;

export type Answered =
  | { readonly outcome: 'right'; readonly target: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly retryAfterSeconds: number };

interface Asked {
  readonly accountId: string;
  readonly purpose: string;
  /** The address or phone that is to be proved. */
  readonly target: string;
  readonly lifeSeconds: number;
}

/** Codes that were asked for, and the lock after five wrong ones. */
@Injectable()
export class Challenges {
  constructor(private readonly codes: Codes) {}

  /** The id of a new challenge; undefined when the last one for the same target is too young. */
  async ask(
    sql: Sql,
    { accountId, purpose, target, lifeSeconds }: Asked,
  ): Promise<string | undefined> {
    const id = randomUUIDv7();
    const rows = await sql.query(
      `insert into challenges (id, account_id, purpose, target, created_at, expires_at)
        select $1, $2, $3, $4, now(), now() + make_interval(secs => $5)
         where not exists (select from challenges where account_id = $2 and purpose = $3 and target = $4
           and used_at is null and created_at > now() - make_interval(secs => $6))
        returning id`,
      [id, accountId, purpose, target, lifeSeconds, throttleSeconds],
    );
    return rows.length > 0 ? id : undefined;
  }

  /** The same, and whatever was asked before for this purpose is void. */
  async askAnew(sql: Sql, asked: Asked): Promise<string | undefined> {
    const id = await this.ask(sql, asked);
    if (!id) return undefined;
    await sql.query(
      `update challenges set used_at = now()
        where account_id = $1 and purpose = $2 and id <> $3 and used_at is null`,
      [asked.accountId, asked.purpose, id],
    );
    return id;
  }

  /** Links and codes that are under way open nothing any more. */
  async drop(sql: Sql, accountId: string, purposes: readonly string[]): Promise<void> {
    await sql.query(
      `update challenges set used_at = now()
        where account_id = $1 and purpose = any($2) and used_at is null`,
      [accountId, purposes],
    );
  }

  /** Checks a typed code. The caller must commit whatever the outcome: wrong ones are counted. */
  async answer(sql: Sql, accountId: string, purpose: string, code: string): Promise<Answered> {
    const [lock] = await sql.query<{ seconds: number | null }>(
      `insert into code_locks (account_id, purpose, failures) values ($1, $2, 0)
        on conflict (account_id, purpose) do update set failures = code_locks.failures
        returning ceil(extract(epoch from locked_until - now()))::int as seconds`,
      [accountId, purpose],
    );
    if (lock?.seconds && lock.seconds > 0)
      return { outcome: 'locked', retryAfterSeconds: lock.seconds };
    const open = await sql.query<{ id: string; target: string }>(
      `select id, target from challenges where account_id = $1 and purpose = $2
          and used_at is null and expires_at > now()
          and created_at > now() - make_interval(secs => $4) order by created_at desc limit $3`,
      [accountId, purpose, recent, codeSeconds],
    );
    const right = open.find(({ id }) => this.codes.isCode(id, code));
    if (!right) return this.wrong(sql, accountId, purpose);
    await this.use(sql, accountId, purpose);
    return { outcome: 'right', target: right.target };
  }

  /** Redeems a link; the account it proves, or undefined when it is used or too old. */
  async follow(sql: Sql, token: string, purpose: string): Promise<string | undefined> {
    const id = this.codes.challengeOf(token);
    if (!id) return undefined;
    const [row] = await sql.query<{ account_id: string }>(
      `update challenges set used_at = now() where id = $1 and purpose = $2
          and used_at is null and expires_at > now() returning account_id`,
      [id, purpose],
    );
    if (row) await this.use(sql, row.account_id, purpose);
    return row?.account_id;
  }

  /** Whose link it is, without using it up. */
  async whose(sql: Sql, token: string, purpose: string): Promise<string | undefined> {
    const [row] = await sql.query<{ account_id: string }>(
      `select account_id from challenges where id = $1 and purpose = $2
          and used_at is null and expires_at > now()`,
      [this.codes.challengeOf(token) ?? null, purpose],
    );
    return row?.account_id;
  }

  private async wrong(sql: Sql, accountId: string, purpose: string): Promise<Answered> {
    await sql.query(
      `update code_locks set failures = (failures + 1) % $3,
          locked_until = case when failures + 1 >= $3 then now() + make_interval(secs => $4) end
        where account_id = $1 and purpose = $2`,
      [accountId, purpose, attempts, lockSeconds],
    );
    return { outcome: 'wrong' };
  }

  private async use(sql: Sql, accountId: string, purpose: string): Promise<void> {
    await sql.query(
      `update challenges set used_at = now() where account_id = $1 and purpose = $2 and used_at is null`,
      [accountId, purpose],
    );
    await sql.query('delete from code_locks where account_id = $1 and purpose = $2', [
      accountId,
      purpose,
    ]);
  }
}
