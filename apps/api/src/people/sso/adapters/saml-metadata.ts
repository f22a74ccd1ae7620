import { reject } from '@kernel/reject';
import {
  allOf,
  attributeOf,
  childrenOf,
  MalformedXml,
  readXml,
  type XmlElement,
} from '@kernel/xml';
import { generateServiceProviderMetadata } from '@node-saml/node-saml';
import { Injectable } from '@nestjs/common';
import { mostCertificates, type SaveSaml } from '@wire/sso';
import type { ServiceProvider } from '../domain/service-provider';
import { certificateIn } from './certificates';
import { Publications } from './publications';

const saml = 'urn:oasis:names:tc:SAML:2.0';
const signed = 'http://www.w3.org/2000/09/xmldsig#';
const accepted = 'application/samlmetadata+xml, application/xml, text/xml';
/** Certificates are in it. */
const maxBytes = 200_000;

export interface IdentityProvider {
  readonly entityId: string;
  readonly ssoUrl: string;
  /** PEM. */
  readonly certificates: readonly string[];
}

/** What an identity provider says of itself, and what we say of us (SAML metadata 2.0). */
@Injectable()
export class SamlMetadata {
  constructor(private readonly publications: Publications) {}

  /** Rejects sso.issuer_unreachable, metadata_invalid and certificate_invalid. */
  async read(given: SaveSaml['idp']): Promise<IdentityProvider> {
    const found = await this.found(given);
    const certificates = [...new Set(found.certificates.map(certificateIn))];
    if (certificates.length === 0 || certificates.length > mostCertificates)
      return reject('sso.metadata_invalid');
    this.publications.check(found.ssoUrl);
    return { ...found, certificates };
  }

  private async found(given: SaveSaml['idp']): Promise<IdentityProvider> {
    if (given.by === 'hand') return given;
    if (given.by === 'metadata') return described(given.metadata);
    const text = await this.publications.read(given.url, accepted, { maxBytes });
    return text === null ? reject('sso.metadata_invalid') : described(text);
  }
}

/** The one identity provider that a piece of metadata is about. */
export function described(text: string): IdentityProvider {
  const root = readOrRefuse(text);
  const [role, ...others] = childrenOf(root, 'IDPSSODescriptor');
  const isOne = root.name === 'EntityDescriptor' && root.space === `${saml}:metadata`;
  const entityId = attributeOf(root, 'entityID') ?? '';
  if (!isOne || !role || others.length > 0 || entityId === '' || entityId.length > 500)
    return reject('sso.metadata_invalid');
  const service = childrenOf(role, 'SingleSignOnService').find(
    (one) => attributeOf(one, 'Binding') === `${saml}:bindings:HTTP-Redirect`,
  );
  const ssoUrl = (service && attributeOf(service, 'Location')) ?? '';
  if (ssoUrl === '' || ssoUrl.length > 500) return reject('sso.metadata_invalid');
  return { entityId, ssoUrl, certificates: childrenOf(role, 'KeyDescriptor').flatMap(signsWith) };
}

/** A key without a use is for all of them. */
function signsWith(key: XmlElement): string[] {
  if ((attributeOf(key, 'use') ?? 'signing') !== 'signing') return [];
  return allOf(key)
    .filter(({ name, space }) => name === 'X509Certificate' && space === signed)
    .map(({ text }) => text);
}

function readOrRefuse(text: string): XmlElement {
  try {
    return readXml(text.replace(/^\uFEFF/, '').replace(/<!--[\s\S]*?-->/g, ''));
  } catch (error) {
    if (error instanceof MalformedXml) return reject('sso.metadata_invalid');
    throw error;
  }
}

/** Log-in is asked for by redirect and answered by a form; assertions are signed, requests are not. */
export const metadataOf = ({ entityId, acs }: ServiceProvider): string =>
  generateServiceProviderMetadata({
    ...{ issuer: entityId, callbackUrl: acs, wantAssertionsSigned: true },
    identifierFormat: `${saml}:nameid-format:persistent`,
  });
