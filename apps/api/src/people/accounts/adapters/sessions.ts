import { CONFIG, type Config } from '../../../config';
import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { EndedSessions } from '@kernel/ended-sessions';
import { accessCookie } from '@kernel/http/authentication';
import type { HttpCookie } from '@kernel/http/cookies';
import { audienceOf } from '@kernel/http/tokens';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import { isStaffRole } from '@wire/duties';
import { staffRoles, type Role } from '@wire/permissions';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';

export const refreshCookie = 'gh_refresh';
const refreshPath = '/api/accounts';
const accessSeconds = 900;
/** How long a session may rest, and how long it may last however busy it is. */
const lives = {
  market: { restSeconds: 30 * 86_400, wholeSeconds: 90 * 86_400 },
  staff: { restSeconds: 8 * 3_600, wholeSeconds: 12 * 3_600 },
} as const;
/** Two tabs may refresh at once: a token used this recently is not a theft. */
const leewayMs = 10_000;

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

interface Holder {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface Session {
  readonly id: string;
  /** Somebody showed a second factor in it that staff may rely on. */
  readonly withFactor: boolean;
}

interface Redeemable {
  readonly session_id: string;
  readonly account_id: string;
  readonly with_factor: boolean;
  readonly used_at: Date | null;
}

export type Redeemed =
  | { readonly outcome: 'good'; readonly session: Session; readonly accountId: string }
  | { readonly outcome: 'reused'; readonly sessionId: string; readonly accountId: string }
  | { readonly outcome: 'ended' };

/** Sessions and their rotating refresh tokens. Times are the machine's: a moved clock logs nobody out. */
@Injectable()
export class Sessions {
  private readonly jwt = new JwtService();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ended: EndedSessions,
    private readonly context: RequestContext,
  ) {}

  /**
   * Rejects accounts.suspended, to whoever has shown everything that is asked for.
   * `isNew` when the account has used other devices but never this one.
   */
  async open(
    sql: Sql,
    accountId: string,
    { device, address }: Visitor,
    { withFactor, amr }: { withFactor: boolean; amr: readonly string[] },
  ): Promise<Session & { isNew: boolean }> {
    const [suspended] = await sql.query(
      'select 1 from account_suspensions where account_id = $1 and lifted_at is null',
      [accountId],
    );
    if (suspended) reject('accounts.suspended');
    const id = randomUUIDv7();
    const known = await sql.query<{ device: string }>(
      'select distinct device from sessions where account_id = $1',
      [accountId],
    );
    await sql.query(
      `insert into sessions (id, account_id, device, address, with_factor, amr, created_at,
          last_seen_at) values ($1, $2, $3, $4, $5, $6, now(), now())`,
      [id, accountId, device, address, withFactor, amr],
    );
    return {
      id,
      withFactor,
      isNew: known.length > 0 && known.every((one) => one.device !== device),
    };
  }

  /** Uses a refresh token up. A used one that comes back ends its session. */
  async redeem(sql: Sql, token: string): Promise<Redeemed> {
    const [row] = await sql.query<Redeemable>(
      `select t.session_id, s.account_id, s.with_factor, t.used_at from refresh_tokens t
          join sessions s on s.id = t.session_id join accounts a on a.id = s.account_id
        where t.hash = $1 and t.expires_at > now() and s.ended_at is null
          and s.created_at > now() - make_interval(secs =>
            case when a.roles && $2::text[] then $3::int else $4::int end)
        for update of t, s`,
      [hash(token), staffRoles, lives.staff.wholeSeconds, lives.market.wholeSeconds],
    );
    if (!row) return { outcome: 'ended' };
    const { session_id: sessionId, account_id: accountId, used_at: usedAt } = row;
    if (usedAt && Date.now() - new Date(usedAt).getTime() > leewayMs) {
      await this.end(sql, accountId, sessionId);
      return { outcome: 'reused', sessionId, accountId };
    }
    await sql.query(
      'update refresh_tokens set used_at = coalesce(used_at, now()) where hash = $1',
      [hash(token)],
    );
    await sql.query('update sessions set last_seen_at = now() where id = $1', [sessionId]);
    const session = { id: sessionId, withFactor: row.with_factor };
    return { outcome: 'good', session, accountId };
  }

  async end(sql: Sql, accountId: string, sessionId: string): Promise<boolean> {
    const ended = await sql.query<{ id: string }>(
      `update sessions set ended_at = now() where id = $1 and account_id = $2 and ended_at is null returning id`,
      [sessionId, accountId],
    );
    await this.tell(sql, ended);
    return ended.length > 0;
  }

  /** All of an account but one; all when there is none to keep. */
  async endOthers(sql: Sql, accountId: string, kept: string | null): Promise<void> {
    const ended = await sql.query<{ id: string }>(
      `update sessions set ended_at = now() where account_id = $1 and ended_at is null
          and id is distinct from $2::uuid returning id`,
      [accountId, kept],
    );
    await this.tell(sql, ended);
  }

  async endByToken(sql: Sql, token: string): Promise<void> {
    const ended = await sql.query<{ id: string }>(
      `update sessions set ended_at = now() where ended_at is null
          and id = (select session_id from refresh_tokens where hash = $1) returning id`,
      [hash(token)],
    );
    await this.tell(sql, ended);
  }

  /** After the commit: what was ended is refused here from now on, elsewhere within a second. */
  async refuseEnded(): Promise<void> {
    await this.ended.look();
  }

  /** Fresh cookies for a session; the refresh token is stored as its hash. */
  async cookies(sql: Sql, session: Session, holder: Holder): Promise<HttpCookie[]> {
    const token = randomBytes(32).toString('base64url');
    const { restSeconds } = lives[holder.roles.some(isStaffRole) ? 'staff' : 'market'];
    await sql.query(
      `insert into refresh_tokens (hash, session_id, issued_at, expires_at)
        values ($1, $2, now(), now() + make_interval(secs => $3))`,
      [hash(token), session.id, restSeconds],
    );
    return [
      this.access(session, holder),
      this.cookie(refreshCookie, token, refreshPath, restSeconds),
    ];
  }

  access({ id: sid, withFactor: mfa }: Session, { id: sub, roles }: Holder): HttpCookie {
    const options = { secret: this.config.AUTH_SECRET, expiresIn: accessSeconds };
    const market = new URL(this.config.PUBLIC_URL).origin;
    const aud = audienceOf(this.context.now.origin, market);
    const token = this.jwt.sign({ sub, roles, sid, mfa, aud }, options);
    return this.cookie(accessCookie, token, '/', accessSeconds);
  }

  goodbye(): HttpCookie[] {
    return [this.cookie(accessCookie, '', '/', 0), this.cookie(refreshCookie, '', refreshPath, 0)];
  }

  private tell(sql: Sql, ended: readonly { id: string }[]): Promise<void> {
    return this.ended.end(
      sql,
      ended.map(({ id }) => id),
    );
  }

  private cookie(name: string, value: string, path: string, maxAgeSeconds: number): HttpCookie {
    return {
      name,
      value,
      path,
      maxAgeSeconds,
      secure: this.config.PUBLIC_URL.startsWith('https:'),
    };
  }
}
