import { CONFIG, type Config } from '../../../config';
import { Outgoing, OutgoingRefused } from '@kernel/outgoing';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import * as client from 'openid-client';
import { OpenIdProvider } from './openid';
import { keyOf, type Checks, type Profile, type Provider } from './provider';
import { SamlProvider, type SamlRegistration } from './saml';
import { SamlAnswers } from './saml-answers';
import type { ProviderAnswer } from '@wire/identities';
import { signatures } from '@wire/sso';

interface Known {
  readonly connectionId: string;
  readonly organisationId: string;
  readonly issuer: string;
  readonly savedAt: number;
}

type OpenIdWay = Known & {
  readonly protocol: 'oidc';
  readonly clientId: string;
  readonly clientSecret: string;
};
/** What has to be known of an organisation's issuer. */
export type Registered = OpenIdWay | (Known & SamlRegistration & { readonly protocol: 'saml' });

/**
 * The issuers that organisations wrote down. Whatever is asked of one goes outside only, whatever its
 * own description says; and each sends people back to an address of its own, so that no issuer can
 * pass on an answer that another one gave (RFC 9700, 4.4).
 */
@Injectable()
export class OrganisationIssuers {
  private readonly known = new LRUCache<string, Provider>({ max: 200 });
  private readonly outgoing: Outgoing;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly answers: SamlAnswers,
  ) {
    this.outgoing = new Outgoing({ allowed: config.OUTGOING_ALLOWED });
  }

  of(registered: Registered): Provider {
    const name = `${registered.connectionId} ${String(registered.savedAt)}`;
    const provider = this.known.get(name) ?? this.make(registered);
    this.known.set(name, provider);
    return provider;
  }

  private make(registered: Registered): Provider {
    if (registered.protocol === 'oidc') return new Outside(this.openId(registered), this.outgoing);
    const provider = new SamlProvider(keyOf(registered.connectionId), registered, this.answers);
    return new Outside(provider, this.outgoing);
  }

  private openId(registered: OpenIdWay): Provider {
    const { connectionId, organisationId, issuer, clientId, clientSecret } = registered;
    const root = this.config.PUBLIC_URL.replace(/\/$/, '');
    const redirectUri = `${root}/login/sso/${organisationId}`;
    return new OpenIdProvider(
      keyOf(connectionId),
      issuer,
      { clientId, clientSecret, redirectUri },
      {
        fetch: this.fetch,
        // The address has to be in a domain that the organisation proved; that is asked afterwards.
        silenceIsYes: true,
        authentication,
        signatures,
      },
    );
  }

  private readonly fetch: client.CustomFetch = async (url, { method, headers, body }) => {
    const sent = {
      method: method === 'POST' ? ('POST' as const) : ('GET' as const),
      headers: Object.fromEntries(new Headers(headers)),
      ...(body && { body: textOf(body) }),
    };
    const received = await this.outgoing.send(url, sent).catch((error: unknown) => {
      // As fetch itself says that nobody answered.
      throw error instanceof OutgoingRefused ? new TypeError(error.code) : error;
    });
    const type = received.headers['content-type'] ?? 'application/json';
    const isEmpty = [204, 205, 304].includes(received.status);
    return new Response(isEmpty ? null : received.body, {
      status: received.status,
      headers: { 'content-type': type },
    });
  };
}

const textOf = (body: client.FetchBody): string =>
  body instanceof URLSearchParams || typeof body === 'string' ? String(body) : '';

/** As the issuer says it wants it; RFC 8414 means the header where it says nothing. */
const authentication =
  (secret: string): client.ClientAuth =>
  (issuer, ...rest) => {
    const ways = issuer.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const isPost = ways.includes('client_secret_post') && !ways.includes('client_secret_basic');
    const way = isPost ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
    way(issuer, ...rest);
  };

/** The browser is sent outside, too, and to nothing that is no address of the web. */
class Outside implements Provider {
  constructor(
    private readonly provider: Provider,
    private readonly outgoing: Outgoing,
  ) {}

  async leave(hint?: string): Promise<Checks & { url: URL }> {
    const left = await this.provider.leave(hint);
    try {
      this.outgoing.check(left.url.href);
    } catch {
      return reject('identities.answer_invalid');
    }
    return left;
  }

  finish(answer: ProviderAnswer, checks: Checks): Promise<Profile> {
    return this.provider.finish(answer, checks);
  }
}
