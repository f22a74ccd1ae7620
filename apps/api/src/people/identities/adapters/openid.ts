import type { ProviderAnswer } from '@wire/identities';
import { line } from '@wire/primitives';
import { reject } from '@kernel/reject';
import { decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import * as z from 'zod';
import {
  addressOf,
  patienceSeconds,
  refuse,
  type Checks,
  type Profile,
  type Provider,
  type ProviderKey,
  type Registration,
} from './provider';

/** LinkedIn refuses a request with a verifier and leaves the nonce out of its tokens. */
const withoutPkceAndNonce: readonly ProviderKey[] = ['linkedin'];

/** What is written about the provider is read again after so long. */
const freshMs = 3_600_000;

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(false),
  name: line(80).optional().catch(undefined),
  amr: z.array(z.string().max(40)).max(20).optional().catch(undefined),
});

/** What is different where an organisation has its own issuer. */
export interface Ways {
  /** Every question goes this way; without it, straight. */
  readonly fetch?: client.CustomFetch;
  /** Entra ID does not say whether an address is proved: then somebody else has to know. */
  readonly silenceIsYes?: boolean;
  readonly authentication?: (secret: string) => client.ClientAuth;
  /** One of these, and one that the issuer says it uses; without it RS256 alone. */
  readonly signatures?: readonly string[];
}

/**
 * A provider that speaks OpenID Connect. The id token comes over our own connection and its signature
 * is checked nevertheless: by a key of the provider's set, and its issuer, audience, times, nonce.
 */
export class OpenIdProvider implements Provider {
  private known: { readonly at: number; readonly configuration: client.Configuration } | undefined;

  constructor(
    private readonly provider: ProviderKey,
    private readonly issuer: string,
    private readonly registration: Registration,
    private readonly ways: Ways = {},
  ) {}

  async leave(hint?: string): Promise<Checks & { url: URL }> {
    const configuration = await this.configuration().catch(refuse);
    const state = client.randomState();
    const { redirectUri } = this.registration;
    const usual = {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state,
      ...(hint && { login_hint: hint }),
    };
    if (withoutPkceAndNonce.includes(this.provider)) {
      const url = client.buildAuthorizationUrl(configuration, usual);
      return { url, state, nonce: null, verifier: null };
    }
    const nonce = client.randomNonce();
    const verifier = client.randomPKCECodeVerifier();
    const url = client.buildAuthorizationUrl(configuration, {
      ...usual,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url, state, nonce, verifier };
  }

  async finish(answer: ProviderAnswer, { state, nonce, verifier }: Checks): Promise<Profile> {
    const { provider } = this;
    const { redirectUri } = this.registration;
    const configuration = await this.configuration().catch(refuse);
    const tokens = await client
      .authorizationCodeGrant(configuration, addressOf(redirectUri, answer), {
        expectedState: state,
        idTokenExpected: true,
        ...(nonce !== null && { expectedNonce: nonce }),
        ...(verifier !== null && { pkceCodeVerifier: verifier }),
      })
      .catch(refuse);
    const { success, data } = claims.safeParse(tokens.claims());
    if (!success || !this.isSignedAsAgreed(tokens.id_token ?? ''))
      return reject('identities.answer_invalid');
    const { silenceIsYes = false } = this.ways;
    const { sub: subject, email = null, name = null, amr = [] } = data;
    const verified = (data.email_verified ?? silenceIsYes) && email !== null;
    return { provider, subject, email, emailVerified: verified, name, amr };
  }

  /** The library has checked the signature; this is about which kinds of them we take. */
  private isSignedAsAgreed(idToken: string): boolean {
    const { alg = '' } = decodeProtectedHeader(idToken);
    return (this.ways.signatures ?? ['RS256']).includes(alg);
  }

  private async configuration(): Promise<client.Configuration> {
    if (this.known && Date.now() - this.known.at < freshMs) return this.known.configuration;
    const { clientId, clientSecret } = this.registration;
    const url = new URL(this.issuer);
    // Without one that was registered the library takes what the issuer says of itself.
    const fixed = !this.ways.signatures && { id_token_signed_response_alg: 'RS256' };
    const metadata = { client_secret: clientSecret, ...fixed };
    const configuration = await client.discovery(
      url,
      clientId,
      metadata,
      (this.ways.authentication ?? client.ClientSecretPost)(clientSecret),
      {
        ...{
          timeout: patienceSeconds,
          execute: [client.enableNonRepudiationChecks, ...plain(url)],
        },
        ...(this.ways.fetch && { [client.customFetch]: this.ways.fetch }),
      },
    );
    this.known = { at: Date.now(), configuration };
    return configuration;
  }
}

/** Without TLS only where the address says so itself; production refuses such addresses at start. */
export const plain = ({ protocol }: URL): ((configuration: client.Configuration) => void)[] =>
  protocol === 'http:' ? [client.allowInsecureRequests] : [];
