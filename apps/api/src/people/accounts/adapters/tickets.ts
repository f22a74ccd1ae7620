import { CONFIG, type Config } from '../../../config';
import type { Sql } from '@eventstore/record';
import type { HttpCookie } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';

export const ticketCookie = 'gh_ticket';
const lifeSeconds = 600;

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface Ticket {
  readonly accountId: string;
  /** Names the ticket where something is bound to it; opens nothing. */
  readonly binding: string;
  /** What an issuer saw of them before. */
  readonly amr: readonly string[];
}

/** Half a log-in: the first factor was right, the second is awaited. It lives in a cookie alone. */
@Injectable()
export class Tickets {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async open(
    sql: Sql,
    accountId: string,
    { visitor, amr }: { visitor: Visitor; amr: readonly string[] },
  ): Promise<HttpCookie> {
    const { device, address } = visitor;
    const token = randomBytes(32).toString('base64url');
    await sql.query('delete from login_tickets where account_id = $1 and expires_at < now()', [
      accountId,
    ]);
    await sql.query(
      `insert into login_tickets (hash, account_id, device, address, amr, expires_at)
        values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
      [hash(token), accountId, device, address, amr, lifeSeconds],
    );
    return this.cookie(token, lifeSeconds);
  }

  async find(sql: Sql, token: string): Promise<Ticket | null> {
    const [row] = await sql.query<{ account_id: string; amr: string[] }>(
      `select account_id, amr from login_tickets
        where hash = $1 and used_at is null and expires_at > now()`,
      [hash(token)],
    );
    if (!row) return null;
    const { account_id: accountId, amr } = row;
    return { accountId, amr, binding: hash(token).toString('hex') };
  }

  /** False when another request was faster. */
  async use(sql: Sql, token: string): Promise<boolean> {
    const rows = await sql.query(
      `update login_tickets set used_at = now()
        where hash = $1 and used_at is null and expires_at > now() returning 1`,
      [hash(token)],
    );
    return rows.length > 0;
  }

  /** How often the second step of this log-in was wrong, this time included. */
  async refuse(sql: Sql, token: string): Promise<number> {
    const [row] = await sql.query<{ refusals: number }>(
      'update login_tickets set refusals = refusals + 1 where hash = $1 returning refusals',
      [hash(token)],
    );
    return row?.refusals ?? 0;
  }

  goodbye(): HttpCookie {
    return this.cookie('', 0);
  }

  private cookie(value: string, maxAgeSeconds: number): HttpCookie {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { name: ticketCookie, value, path: '/api/accounts', maxAgeSeconds, secure };
  }
}
