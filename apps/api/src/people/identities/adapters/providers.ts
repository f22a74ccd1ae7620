import { CONFIG, type Config } from '../../../config';
import { reject } from '@kernel/reject';
import type { ProviderName } from '@wire/identities';
import { Inject, Injectable } from '@nestjs/common';
import { Facebook } from './facebook';
import { OpenIdProvider } from './openid';
import type { Provider, Registration } from './provider';

/** The providers that this installation is registered at. */
@Injectable()
export class Providers {
  private readonly all = new Map<ProviderName, Provider>();

  constructor(@Inject(CONFIG) config: Config) {
    const at = (name: ProviderName, clientId = '', clientSecret = ''): Registration[] => {
      const redirectUri = `${config.PUBLIC_URL.replace(/\/$/, '')}/login/${name}`;
      return clientId && clientSecret ? [{ clientId, clientSecret, redirectUri }] : [];
    };
    for (const one of at('google', config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET))
      this.all.set('google', new OpenIdProvider('google', config.GOOGLE_ISSUER, one));
    for (const one of at('facebook', config.FACEBOOK_CLIENT_ID, config.FACEBOOK_CLIENT_SECRET))
      this.all.set('facebook', new Facebook(config.FACEBOOK_URL, config.FACEBOOK_GRAPH_URL, one));
    for (const one of at('linkedin', config.LINKEDIN_CLIENT_ID, config.LINKEDIN_CLIENT_SECRET))
      this.all.set('linkedin', new OpenIdProvider('linkedin', config.LINKEDIN_ISSUER, one));
  }

  get names(): ProviderName[] {
    return [...this.all.keys()];
  }

  /** Rejects identities.unknown_provider. */
  of(name: ProviderName): Provider {
    return this.all.get(name) ?? reject('identities.unknown_provider');
  }
}
