import { CONFIG, type Config } from '../../../config';
import type { Sql } from '@eventstore/record';
import { isSame } from '@kernel/is-same';
import { Database } from '@kernel/database';
import type { HttpCookie } from '@kernel/http/cookies';
import { reject } from '@kernel/reject';
import type { ProviderAnswer } from '@wire/identities';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Profile, ProviderKey } from './provider';

export const passageCookie = 'gh_passage';
export const arrivalCookie = 'gh_arrival';
const path = '/api/identities';
const attemptSeconds = 600;
const arrivalSeconds = 1_800;

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();
const newToken = (): string => randomBytes(32).toString('base64url');

/** What was said on leaving, to be found again on the way back. */
export interface Attempt {
  readonly provider: ProviderKey;
  readonly state: string;
  readonly nonce: string | null;
  readonly verifier: string | null;
  readonly returnTo: string;
  /** Whose settings it was begun in; null at the door. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
}

/** Somebody whom a provider vouches for, and who has no home here yet. */
export interface Arrived extends Omit<Profile, 'amr'> {
  readonly returnTo: string;
  readonly createdAt: Date;
}

/**
 * Who leaves for a provider and who came back from one. Both are bound to the browser by a cookie of
 * these paths: an address that somebody else was sent to is good for nothing here.
 */
@Injectable()
export class Passage {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async leave(attempt: Attempt): Promise<HttpCookie> {
    const token = newToken();
    const { provider, state, nonce, verifier, returnTo, accountId, sessionId } = attempt;
    await this.database.query('delete from identity_attempts where expires_at < now()');
    await this.database.query(
      `insert into identity_attempts (hash, provider, state, nonce, verifier, return_to, account_id,
          session_id, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))`,
      [
        ...[hash(token), provider, state, nonce, verifier, returnTo, accountId, sessionId],
        attemptSeconds,
      ],
    );
    return this.cookie(passageCookie, token, attemptSeconds);
  }

  /** Gone with the first answer, right or wrong. Rejects identities.attempt_ended. */
  async back(
    token: string | undefined,
    provider: ProviderKey,
    { state }: ProviderAnswer,
  ): Promise<Attempt> {
    const [row] = await this.database.query<Attempt>(
      `delete from identity_attempts where hash = $1 and provider = $2 and expires_at > now()
        returning provider, state, nonce, verifier, return_to as "returnTo",
          account_id as "accountId", session_id as "sessionId"`,
      [hash(token ?? ''), provider],
    );
    return row && isSame(row.state, state) ? row : reject('identities.attempt_ended');
  }

  /** Whether somebody left with this state, from whatever browser. */
  async isAwaited(provider: ProviderKey, state: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from identity_attempts where provider = $1 and state = $2 and expires_at > now()`,
      [provider, state],
    );
    return rows.length > 0;
  }

  async arrive(profile: Profile, returnTo: string): Promise<HttpCookie> {
    const token = newToken();
    const { provider, subject, email, emailVerified, name } = profile;
    await this.database.query('delete from identity_arrivals where expires_at < now()');
    await this.database.query(
      `insert into identity_arrivals (hash, provider, subject, email, email_verified, name, return_to,
          created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, now(), now() + make_interval(secs => $8))`,
      [...[hash(token), provider, subject, email, emailVerified, name, returnTo], arrivalSeconds],
    );
    return this.cookie(arrivalCookie, token, arrivalSeconds);
  }

  async arrived(token: string | undefined): Promise<Arrived | null> {
    const [row] = await this.database.query<Arrived>(
      `select provider, subject, email, email_verified as "emailVerified", name,
          return_to as "returnTo", created_at as "createdAt"
        from identity_arrivals where hash = $1 and expires_at > now()`,
      [hash(token ?? '')],
    );
    return row ?? null;
  }

  /** In the transaction that gives it a home. False when another request was faster. */
  async settle(sql: Sql, token: string | undefined): Promise<boolean> {
    const rows = await sql.query('delete from identity_arrivals where hash = $1 returning 1', [
      hash(token ?? ''),
    ]);
    return rows.length > 0;
  }

  goodbye(name: typeof passageCookie | typeof arrivalCookie): HttpCookie {
    return this.cookie(name, '', 0);
  }

  private cookie(name: string, value: string, maxAgeSeconds: number): HttpCookie {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { name, value, path, maxAgeSeconds, secure };
  }
}
