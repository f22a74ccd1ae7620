import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { ProviderKey } from './provider';

const waitsSeconds = 120;
/** Longer than any assertion is good for here. */
const usedSeconds = 3_600;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * An identity provider posts from its own site, and the browser keeps our cookies back from that. So
 * what it posted waits here for the page of ours that the browser goes on to.
 */
@Injectable()
export class SamlAnswers {
  constructor(private readonly database: Database) {}

  /** What the page asks for it by. */
  async keep(provider: ProviderKey, response: string): Promise<string> {
    const code = randomBytes(32).toString('base64url');
    await this.database.query('delete from saml_answers where expires_at < now()');
    await this.database.query(
      `insert into saml_answers (hash, provider, response, expires_at)
        values ($1, $2, $3, now() + make_interval(secs => $4))`,
      [hash(code), provider, response, waitsSeconds],
    );
    return code;
  }

  /** Gone with the first question. Rejects identities.attempt_ended. */
  async take(provider: ProviderKey, code: string): Promise<string> {
    const [row] = await this.database.query<{ response: string }>(
      `delete from saml_answers where hash = $1 and provider = $2 and expires_at > now()
        returning response`,
      [hash(code), provider],
    );
    return row?.response ?? reject('identities.attempt_ended');
  }

  /** Rejects sso.saml_used. */
  async use(provider: ProviderKey, assertionId: string): Promise<void> {
    await this.database.query('delete from saml_assertions where expires_at < now()');
    const added = await this.database.query(
      `insert into saml_assertions (provider, hash, expires_at)
        values ($1, $2, now() + make_interval(secs => $3)) on conflict do nothing returning 1`,
      [provider, hash(assertionId), usedSeconds],
    );
    if (added.length === 0) reject('sso.saml_used');
  }
}
