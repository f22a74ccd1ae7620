import { SignedXml } from 'xml-crypto';
import { hexId } from '../core/ids';
import type { Person } from '../issuers/people';
import { html } from '../page/html';
import type { SigningKey } from './signing-key';

const saml = 'urn:oasis:names:tc:SAML:2.0';
const algorithms = {
  strong: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  weak: {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
} as const;

/** What an answer says. */
export interface Said {
  person: Person;
  issuer: string;
  audience: string;
  /** Where it is posted to. */
  recipient: string;
  /** Undefined where nobody asked. */
  inResponseTo: string | undefined;
  /** In milliseconds since 1970; good for five minutes from then on. */
  at: number;
}

const time = (ms: number): string => new Date(ms).toISOString();

/** An answer as it is before anybody signed it. */
export function unsignedAnswer(said: Said): string {
  const { person, issuer, audience, recipient, inResponseTo: asked, at } = said;
  const replies = asked === undefined ? '' : html` InResponseTo="${asked}"`;
  const about = { email: person.email, displayName: person.name };
  const context = person.amr?.includes('mfa')
    ? 'https://refeds.org/profile/mfa'
    : `${saml}:ac:classes:PasswordProtectedTransport`;
  return html`<samlp:Response
    xmlns:samlp="${saml}:protocol"
    ID="${hexId('_r')}"
    Version="2.0"
    IssueInstant="${time(at)}"
    Destination="${recipient}"
    ${replies}
  >
    <saml:Issuer xmlns:saml="${saml}:assertion">${issuer}</saml:Issuer>
    <samlp:Status><samlp:StatusCode Value="${saml}:status:Success" /></samlp:Status>
    <saml:Assertion
      xmlns:saml="${saml}:assertion"
      ID="${hexId('_a')}"
      Version="2.0"
      IssueInstant="${time(at)}"
    >
      <saml:Issuer>${issuer}</saml:Issuer>
      <saml:Subject>
        <saml:NameID Format="${saml}:nameid-format:persistent">${person.subject}</saml:NameID>
        <saml:SubjectConfirmation Method="${saml}:cm:bearer">
          <saml:SubjectConfirmationData
            Recipient="${recipient}"
            NotOnOrAfter="${time(at + 300_000)}"
            ${replies}
          />
        </saml:SubjectConfirmation>
      </saml:Subject>
      <saml:Conditions NotBefore="${time(at - 30_000)}" NotOnOrAfter="${time(at + 300_000)}">
        <saml:AudienceRestriction
          ><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction
        >
      </saml:Conditions>
      <saml:AuthnStatement AuthnInstant="${time(at)}">
        <saml:AuthnContext
          ><saml:AuthnContextClassRef>${context}</saml:AuthnContextClassRef></saml:AuthnContext
        >
      </saml:AuthnStatement>
      <saml:AttributeStatement
        >${Object.entries(about).map(
          ([key, value]) =>
            html`<saml:Attribute Name="${key}"
              ><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute
            >`,
        )}</saml:AttributeStatement
      >
    </saml:Assertion>
  </samlp:Response>`.markup;
}

/** Signs the assertion, or the whole answer, in its place: behind its issuer. */
export function signed(
  xml: string,
  { key, certificate }: SigningKey,
  { part = 'Assertion', strength = 'strong' }: Signing = {},
): string {
  const { signature: signatureAlgorithm, digest: digestAlgorithm } = algorithms[strength];
  const signer = new SignedXml({
    ...{ privateKey: key, publicCert: certificate, signatureAlgorithm },
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  const element = `//*[local-name(.)='${part}']`;
  signer.addReference({
    xpath: element,
    digestAlgorithm,
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
  });
  const reference = `${element}/*[local-name(.)='Issuer']`;
  signer.computeSignature(xml, { location: { reference, action: 'after' }, prefix: 'ds' });
  return signer.getSignedXml();
}

interface Signing {
  part?: 'Assertion' | 'Response';
  strength?: keyof typeof algorithms;
}
