import type { ProviderAnswer, ProviderName } from '@wire/identities';
import { reject } from '@kernel/reject';
import * as client from 'openid-client';

/** A provider of the installation, or the issuer of one organisation: `sso:<connection>`. */
export type ProviderKey = ProviderName | `sso:${string}`;

export const keyOf = (connectionId: string): ProviderKey => `sso:${connectionId}`;

/** The connection of an organisation that a key names. */
export const connectionIn = (key: ProviderKey): string | null =>
  key.startsWith('sso:') ? key.slice('sso:'.length) : null;

/** What a provider says about somebody. */
export interface Profile {
  readonly provider: ProviderKey;
  /** Theirs for ever; an address may move to somebody else. */
  readonly subject: string;
  readonly email: string | null;
  /** The provider knows that the address is theirs; no word about it is a no. */
  readonly emailVerified: boolean;
  readonly name: string | null;
  /** What they showed there, in the words of RFC 8176. */
  readonly amr: readonly string[];
}

/** By what an answer is known to be the one to our question. */
export interface Checks {
  readonly state: string;
  readonly nonce: string | null;
  readonly verifier: string | null;
}

export interface Provider {
  /** Knows perhaps who it will be, and need not ask. */
  leave(hint?: string): Promise<Checks & { readonly url: URL }>;
  /** Rejects with a code that says whose fault it is. */
  finish(answer: ProviderAnswer, checks: Checks): Promise<Profile>;
}

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly what is registered at the provider. */
  readonly redirectUri: string;
}

export const patienceSeconds = 10;

/** The provider's answer as the address that it sent the browser to. */
export function addressOf(redirectUri: string, answer: ProviderAnswer): URL {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  return url;
}

/** `access_denied` is the standard's word, the others are LinkedIn's. */
const no = ['access_denied', 'user_cancelled_login', 'user_cancelled_authorize'];
const later = ['temporarily_unavailable', 'server_error'];

/** Says no in our words; what the provider said is not shown to anybody. */
export function refuse(error: unknown): never {
  if (error instanceof client.AuthorizationResponseError) {
    if (no.includes(error.error)) return reject('identities.refused');
    return reject(
      later.includes(error.error) ? 'identities.provider_gone' : 'identities.answer_invalid',
    );
  }
  if (error instanceof client.ResponseBodyError)
    return reject(
      error.error === 'invalid_grant' ? 'identities.code_invalid' : 'identities.answer_invalid',
    );
  if (error instanceof client.ClientError) return refuseAnswer(error);
  // What fetch throws when nobody answers, or not in time.
  if (error instanceof TypeError || error instanceof DOMException)
    return reject('identities.provider_gone');
  throw error;
}

function refuseAnswer({ code, cause }: client.ClientError): never {
  if (code === 'OAUTH_TIMEOUT') return reject('identities.provider_gone');
  const status = cause instanceof Response ? cause.status : 200;
  if (status >= 500) return reject('identities.provider_gone');
  // Facebook refuses a code with an error of its own shape.
  return reject(status >= 400 ? 'identities.code_invalid' : 'identities.answer_invalid');
}
