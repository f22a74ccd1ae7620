import { attributeOf, childrenOf, readXml, type XmlElement } from '@kernel/xml';
import type { Assertion, Confirmation } from '../domain/saml-assertion';

/** Reads the assertion out of exactly the bytes that were signed. */
export function assertionIn(signed: string): Assertion {
  const root = readXml(signed);
  const inside = (path: readonly string[]) =>
    path.reduce<XmlElement[]>((all, name) => all.flatMap((one) => childrenOf(one, name)), [root]);
  const [conditions] = inside(['Conditions']);
  const [name] = inside(['Subject', 'NameID']);
  const attributes = inside(['AttributeStatement', 'Attribute']).map((one) => [
    attributeOf(one, 'Name') ?? '',
    childrenOf(one, 'AttributeValue').map(({ text }) => text),
  ]);
  return {
    id: attributeOf(root, 'ID') ?? '',
    issuer: inside(['Issuer'])[0]?.text.trim() ?? '',
    issuedAt: attributeOf(root, 'IssueInstant') ?? '',
    subject: {
      id: inside(['Subject', 'NameID']).length === 1 ? (name?.text.trim() ?? '') : '',
      format: (name && attributeOf(name, 'Format')) ?? '',
    },
    confirmations: inside(['Subject', 'SubjectConfirmation']).map(confirmationIn),
    notBefore: conditions && attributeOf(conditions, 'NotBefore'),
    notOnOrAfter: conditions && attributeOf(conditions, 'NotOnOrAfter'),
    audiences: inside(['Conditions', 'AudienceRestriction']).map((one) =>
      childrenOf(one, 'Audience').map(({ text }) => text.trim()),
    ),
    attributes: Object.fromEntries(attributes) as Assertion['attributes'],
    contexts: inside(['AuthnStatement', 'AuthnContext', 'AuthnContextClassRef']).map(({ text }) =>
      text.trim(),
    ),
  };
}

function confirmationIn(element: XmlElement): Confirmation {
  const [about] = childrenOf(element, 'SubjectConfirmationData');
  const said = (name: string) => about && attributeOf(about, name);
  return {
    method: attributeOf(element, 'Method') ?? '',
    recipient: said('Recipient'),
    inResponseTo: said('InResponseTo'),
    notBefore: said('NotBefore'),
    notOnOrAfter: said('NotOnOrAfter'),
  };
}
