import type { ProviderAnswer, ProviderName } from '@wire/identities';
import { reject } from '@kernel/reject';
import * as client from 'openid-client';
import * as z from 'zod';
import {
  addressOf,
  patienceSeconds,
  refuse,
  type Checks,
  type Profile,
  type Provider,
  type Registration,
} from './provider';

/** LinkedIn refuses a request with a verifier and leaves the nonce out of its tokens. */
const withoutPkceAndNonce: readonly ProviderName[] = ['linkedin'];

/** What is written about the provider is read again after so long. */
const freshMs = 3_600_000;

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(false),
  name: z.string().trim().max(80).optional().catch(undefined),
});

/**
 * A provider that speaks OpenID Connect. The id token comes over our own connection and its signature
 * is checked nevertheless: RS256 by a key of the provider's set, and its issuer, audience, times, nonce.
 */
export class OpenIdProvider implements Provider {
  private known: { readonly at: number; readonly configuration: client.Configuration } | undefined;

  constructor(
    private readonly provider: ProviderName,
    private readonly issuer: string,
    private readonly registration: Registration,
  ) {}

  async leave(): Promise<Checks & { url: URL }> {
    const configuration = await this.configuration().catch(refuse);
    const state = client.randomState();
    const { redirectUri } = this.registration;
    const usual = { redirect_uri: redirectUri, scope: 'openid email profile', state };
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
    if (!success) return reject('identities.answer_invalid');
    const { sub: subject, email = null, email_verified: verified = false, name = null } = data;
    return { provider, subject, email, emailVerified: verified && email !== null, name };
  }

  private async configuration(): Promise<client.Configuration> {
    if (this.known && Date.now() - this.known.at < freshMs) return this.known.configuration;
    const { clientId, clientSecret } = this.registration;
    const url = new URL(this.issuer);
    const metadata = { client_secret: clientSecret, id_token_signed_response_alg: 'RS256' };
    const configuration = await client.discovery(
      url,
      clientId,
      metadata,
      client.ClientSecretPost(clientSecret),
      { timeout: patienceSeconds, execute: [client.enableNonRepudiationChecks, ...plain(url)] },
    );
    this.known = { at: Date.now(), configuration };
    return configuration;
  }
}

/** Without TLS only where the address says so itself; production refuses such addresses at start. */
export const plain = ({ protocol }: URL): ((configuration: client.Configuration) => void)[] =>
  protocol === 'http:' ? [client.allowInsecureRequests] : [];
