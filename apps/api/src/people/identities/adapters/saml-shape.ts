import { reject } from '@kernel/reject';
import {
  allOf,
  attributeOf,
  childrenOf,
  MalformedXml,
  readXml,
  type XmlElement,
} from '@kernel/xml';

const saml = 'urn:oasis:names:tc:SAML:2.0';
const spaces = { answer: `${saml}:protocol`, assertion: `${saml}:assertion` };
const signing = 'http://www.w3.org/2000/09/xmldsig#';
const success = `${saml}:status:Success`;

const inAnswer = ['Issuer', 'Signature', 'Status', 'Assertion'];
const inAssertion = [
  ...['Issuer', 'Signature', 'Subject', 'Conditions', 'AuthnStatement', 'AttributeStatement'],
];
const inSignature = ['SignedInfo', 'SignatureValue', 'KeyInfo'];

/** Nothing with SHA-1, nothing with a key that both know. */
const methods = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
]);
const digests = new Set([
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]);
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const transforms = [`${signing}enveloped-signature`, exclusive];

export interface Answer {
  readonly issuer: string | undefined;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  /** Then that signature counts as well. */
  readonly isSigned: boolean;
}

/**
 * Looks at the build of an answer before its signature is checked: one assertion, where assertions
 * stand, signed as a whole and in place. What wraps a signed assertion into another one needs a second
 * one, a second place or a second name, and none of them is there. Rejects sso.saml_malformed,
 * saml_encrypted, saml_unsigned, saml_weak and identities.refused.
 */
export function shapeOf(xml: string): Answer {
  const root = read(xml);
  const all = allOf(root);
  const bad = () => reject('sso.saml_malformed');
  if (root.name !== 'Response' || root.space !== spaces.answer) return bad();
  if (all.some(({ name }) => name.startsWith('Encrypted'))) return reject('sso.saml_encrypted');
  if (!isSuccess(root)) return reject('identities.refused');
  const assertions = all.filter(({ name }) => name === 'Assertion');
  const [assertion] = childrenOf(root, 'Assertion', spaces.assertion);
  if (!assertion || assertions.length !== 1) return bad();
  if (!areNamesOwn(all) || !has(root, inAnswer) || !has(assertion, inAssertion)) return bad();
  const [ofAnswer, ofAssertion] = [root, assertion].map((one) =>
    childrenOf(one, 'Signature', signing),
  );
  const signatures = [...(ofAnswer ?? []), ...(ofAssertion ?? [])];
  if (ofAssertion?.length === 0) return reject('sso.saml_unsigned');
  if (all.filter(({ name }) => name === 'Signature').length !== signatures.length) return bad();
  if (ofAssertion?.length !== 1 || (ofAnswer?.length ?? 0) > 1) return bad();
  for (const one of ofAnswer ?? []) checkSignature(one, root);
  for (const one of ofAssertion) checkSignature(one, assertion);
  return {
    issuer: childrenOf(root, 'Issuer', spaces.assertion)[0]?.text.trim(),
    destination: attributeOf(root, 'Destination'),
    inResponseTo: attributeOf(root, 'InResponseTo'),
    isSigned: ofAnswer?.length === 1,
  };
}

function read(xml: string): XmlElement {
  try {
    return readXml(xml);
  } catch (error) {
    if (error instanceof MalformedXml) return reject('sso.saml_malformed');
    throw error;
  }
}

function isSuccess(root: XmlElement): boolean {
  const codes = childrenOf(root, 'Status').flatMap((one) => childrenOf(one, 'StatusCode'));
  return codes.length === 1 && codes.every((one) => attributeOf(one, 'Value') === success);
}

/** No two elements answer to one name, however the attribute is written. */
function areNamesOwn(all: readonly XmlElement[]): boolean {
  const names = all.flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name.toLowerCase() === 'id').map(({ value }) => value),
  );
  return new Set(names).size === names.length;
}

const has = ({ children }: XmlElement, known: readonly string[]): boolean =>
  children.every(({ name }) => known.includes(name));

/** One reference, to what it stands in, changed in no way but the two that SAML knows. */
function checkSignature(signature: XmlElement, signed: XmlElement): void {
  const [about, ...more] = childrenOf(signature, 'SignedInfo');
  const references = about ? childrenOf(about, 'Reference') : [];
  const [reference] = references;
  if (!about || !reference || more.length > 0 || references.length !== 1)
    return reject('sso.saml_malformed');
  const id = attributeOf(signed, 'ID') ?? '';
  const isWhole = id !== '' && attributeOf(reference, 'URI') === `#${id}`;
  const changes = childrenOf(reference, 'Transforms').flatMap(({ children }) => children);
  const isPlain = changes.every((one) => transforms.includes(algorithmOf([one])));
  const written = algorithmOf(childrenOf(about, 'CanonicalizationMethod'));
  if (!isWhole || !isPlain || changes.length > 2 || written !== exclusive)
    return reject('sso.saml_malformed');
  if (!has(signature, inSignature)) return reject('sso.saml_malformed');
  const isStrong =
    methods.has(algorithmOf(childrenOf(about, 'SignatureMethod'))) &&
    digests.has(algorithmOf(childrenOf(reference, 'DigestMethod')));
  if (!isStrong) reject('sso.saml_weak');
}

const algorithmOf = ([one, ...more]: readonly XmlElement[]): string =>
  one && more.length === 0 ? (attributeOf(one, 'Algorithm') ?? '') : '';
