import { inflateRawSync } from 'node:zlib';
import { Setting } from '../core/setting';
import type { Store } from '../core/store';
import type { Person } from '../issuers/people';
import { answerOf, type Fault } from './faults';
import { newSigningKey, type SigningKey } from './signing-key';

/** What a service asks for, by a redirect or by hand. */
export interface Asked {
  id: string | undefined;
  audience: string;
  acs: string;
  relayState: string;
}

/** Keys and answers of a directory that speaks SAML 2.0. */
export class IdentityProvider {
  private readonly keys: Setting<SigningKey[]>;
  private readonly last: Setting<string>;
  private stranger: SigningKey | undefined;

  constructor(store: Store) {
    this.keys = new Setting<SigningKey[]>(store, 'saml.keys', []);
    this.last = new Setting<string>(store, 'saml.last', '');
  }

  /** The newest signs; the one before is published beside it. */
  async known(): Promise<[SigningKey, ...SigningKey[]]> {
    const [newest, ...before] = this.keys.get();
    return newest ? [newest, ...before] : [await this.newKey()];
  }

  async newKey(): Promise<SigningKey> {
    const made = await newSigningKey();
    this.keys.set([made, ...this.keys.get().slice(0, 1)]);
    return made;
  }

  async answer(issuer: string, asked: Asked, person: Person, fault: Fault): Promise<string> {
    const [own] = await this.known();
    this.stranger ??= await newSigningKey();
    const { id: inResponseTo, audience, acs: recipient } = asked;
    const said = { person, issuer, audience, recipient, inResponseTo, at: Date.now() };
    const means = { own, stranger: this.stranger, last: this.last.get() || undefined };
    return this.last.set(answerOf(said, fault, means));
  }
}

/** A request as the redirect binding carries it: deflated, then base64. */
export function readRequest(written: string): Omit<Asked, 'relayState'> | undefined {
  try {
    const xml = inflateRawSync(Buffer.from(written, 'base64'), { maxOutputLength: 65_536 });
    const text = xml.toString();
    const id = / ID="([^"]*)"/.exec(text)?.[1];
    const acs = / AssertionConsumerServiceURL="([^"]*)"/.exec(text)?.[1];
    const audience = /Issuer[^>]*>([^<]*)</.exec(text)?.[1];
    return id && acs && audience ? { id, acs, audience } : undefined;
  } catch {
    return undefined;
  }
}

const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

export const metadataOf = (entityId: string, ssoUrl: string, keys: readonly SigningKey[]) =>
  `<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
${keys
  .map(
    ({ certificate }) => `    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
        <ds:X509Certificate>${bare(certificate)}</ds:X509Certificate>
      </ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>`,
  )
  .join('\n')}
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
      Location="${ssoUrl}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
