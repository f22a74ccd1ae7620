import { CONFIG, type Config } from '../../../config';
import type { Sql } from '@eventstore/record';
import type { HttpCookie } from '@kernel/http/cookies';
import { deviceCookie, type Visitor } from '@kernel/http/visitor';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';

const lifeSeconds = 365 * 86_400;

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Browsers in which an account signed in before: strangers cannot keep their owner out. */
@Injectable()
export class KnownDevices {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async knows(sql: Sql, accountId: string, { token }: Visitor): Promise<boolean> {
    if (!token) return false;
    const rows = await sql.query(
      'select 1 from known_devices where account_id = $1 and hash = $2',
      [accountId, hash(token)],
    );
    return rows.length > 0;
  }

  /** The browser is known from now on; two accounts may share one. */
  async remember(sql: Sql, accountId: string, visitor: Visitor): Promise<HttpCookie> {
    const token = visitor.token ?? randomBytes(32).toString('base64url');
    await sql.query(
      `insert into known_devices (account_id, hash, seen_at) values ($1, $2, now())
        on conflict (account_id, hash) do update set seen_at = now()`,
      [accountId, hash(token)],
    );
    return {
      name: deviceCookie,
      value: token,
      path: '/api/accounts',
      maxAgeSeconds: lifeSeconds,
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    };
  }
}
