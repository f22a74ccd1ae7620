import { reject } from '@kernel/reject';
import { signatures } from '@wire/sso';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Publications } from './publications';

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url().optional(),
  jwks_uri: z.url().optional(),
  response_types_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
});

/** What an issuer publishes about itself, looked at before anybody is sent there. */
@Injectable()
export class IssuerCheck {
  constructor(private readonly publications: Publications) {}

  /** Rejects sso.issuer_unreachable, not_an_issuer, no_code_flow and other_signatures. */
  async look(issuer: string): Promise<void> {
    const root = issuer.replace(/\/$/, '');
    const url = `${root}/.well-known/openid-configuration`;
    const text = await this.publications.read(url, 'application/json');
    const { data } = metadata.safeParse(jsonOf(text ?? ''));
    if (!data?.jwks_uri) return reject('sso.not_an_issuer');
    // OpenID Connect Discovery 4.3: it has to call itself what it was called.
    if (data.issuer.replace(/\/$/, '') !== root) return reject('sso.not_an_issuer');
    const { authorization_endpoint: authorize, token_endpoint: token } = data;
    const flows = data.response_types_supported ?? [];
    if (!authorize || !token || !flows.includes('code')) return reject('sso.no_code_flow');
    const signs = data.id_token_signing_alg_values_supported ?? ['RS256'];
    if (!signatures.some((one) => signs.includes(one))) return reject('sso.other_signatures');
    for (const url of [authorize, token, data.jwks_uri]) this.publications.check(url);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
