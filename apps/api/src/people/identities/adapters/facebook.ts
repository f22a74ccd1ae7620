import type { ProviderAnswer } from '@wire/identities';
import { line } from '@wire/primitives';
import { reject } from '@kernel/reject';
import * as client from 'openid-client';
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { plain } from './openid';
import {
  addressOf,
  patienceSeconds,
  refuse,
  type Checks,
  type Profile,
  type Provider,
  type Registration,
} from './provider';

const version = 'v23.0';

const me = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  name: line(80).optional().catch(undefined),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
});

/**
 * OAuth 2 and a question to the Graph API. Facebook does not say whether an address is proved, so it
 * is not; and each question carries a proof that it comes from who has the app's secret.
 */
export class Facebook implements Provider {
  private readonly configuration: client.Configuration;

  constructor(
    url: string,
    private readonly graphUrl: string,
    private readonly registration: Registration,
  ) {
    const { clientId, clientSecret } = registration;
    this.configuration = new client.Configuration(
      {
        issuer: url,
        authorization_endpoint: `${url}/${version}/dialog/oauth`,
        token_endpoint: `${graphUrl}/${version}/oauth/access_token`,
      },
      clientId,
      { client_secret: clientSecret },
      client.ClientSecretPost(clientSecret),
    );
    this.configuration.timeout = patienceSeconds;
    for (const change of plain(new URL(graphUrl))) change(this.configuration);
  }

  async leave(): Promise<Checks & { url: URL }> {
    const state = client.randomState();
    const verifier = client.randomPKCECodeVerifier();
    const url = client.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.registration.redirectUri,
      scope: 'email,public_profile',
      state,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url, state, nonce: null, verifier };
  }

  async finish(answer: ProviderAnswer, { state, verifier }: Checks): Promise<Profile> {
    const { access_token: token } = await client
      .authorizationCodeGrant(
        this.configuration,
        addressOf(this.registration.redirectUri, answer),
        {
          expectedState: state,
          ...(verifier !== null && { pkceCodeVerifier: verifier }),
        },
      )
      .catch(refuse);
    const { success, data } = me.safeParse(await this.ask(token));
    if (!success) return reject('identities.answer_invalid');
    const { id: subject, email = null, name = null } = data;
    return { provider: 'facebook', subject, email, emailVerified: false, name, amr: [] };
  }

  private async ask(token: string): Promise<unknown> {
    const { clientSecret } = this.registration;
    const url = new URL(`${this.graphUrl}/${version}/me`);
    url.searchParams.set('fields', 'id,name,email');
    const proof = createHmac('sha256', clientSecret).update(token).digest('hex');
    url.searchParams.set('appsecret_proof', proof);
    const answer = await client
      .fetchProtectedResource(this.configuration, token, url, 'GET')
      .catch(refuse);
    if (answer.status >= 500) return reject('identities.provider_gone');
    return answer.ok ? answer.json().catch(() => null) : reject('identities.answer_invalid');
  }
}
