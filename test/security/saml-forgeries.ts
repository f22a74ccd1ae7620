import { person } from '../../apps/sandbox/src/issuers/people';
import { signed, unsignedAnswer, type Said } from '../../apps/sandbox/src/saml/response';
import type { SigningKey } from '../../apps/sandbox/src/saml/signing-key';

/** Whom a forgery wants to be, and who the one genuine answer is about. */
export interface Means {
  readonly said: Said;
  readonly victim: string;
  /** Of the identity provider; only what it signed itself is in a forgery. */
  readonly own: SigningKey;
  readonly stranger: SigningKey;
}

export type Forgery = readonly [what: string, xml: string];

const whole = /<saml:Assertion[\s\S]*<\/saml:Assertion>/;
const place = /<ds:Signature [\s\S]*?<\/ds:Signature>/;
const assertionOf = (xml: string) => whole.exec(xml)?.[0] ?? '';
const signatureOf = (xml: string) => place.exec(xml)?.[0] ?? '';
const end = '</samlp:Response>';
const object = (inside: string) => `<ds:Object>${inside}</ds:Object>`;

/**
 * The eight ways of wrapping that are known by number (Somorovsky and others, “On Breaking SAML”): the
 * first two move a signed answer, the others a signed assertion, and something else takes its place.
 */
export function wrappings({ said, victim, own }: Means): Forgery[] {
  const evil = unsignedAnswer({ ...said, person: person('Victim', victim, true) });
  const evilAssertion = assertionOf(evil);
  const answer = signed(unsignedAnswer(said), own, { part: 'Response' });
  const seal = signatureOf(answer);
  const bare = answer.replace(seal, '');
  const genuine = assertionOf(signed(unsignedAnswer(said), own));
  const mark = signatureOf(genuine);
  const naked = genuine.replace(mark, '');
  const into = (xml: string, inside: string) =>
    xml.replace('</saml:Issuer>', `</saml:Issuer>${inside}`);
  const instead = (inside: string) => evil.replace(whole, () => inside);
  const around = (inside: string) => mark.replace('</ds:Signature>', `${inside}</ds:Signature>`);
  const extension = (inside: string) => `<samlp:Extensions>${inside}</samlp:Extensions>`;
  return [
    ['1: in the signature, a copy of the answer', into(evil, wrapInto(seal, object(bare)))],
    ['2: beside the signature, a copy of the answer', into(evil, seal + bare)],
    ['3: a forged assertion before the signed one', instead(evilAssertion + genuine)],
    ['4: the signed assertion within the forged one', instead(into(evilAssertion, genuine))],
    [
      '5: the signature moved, its assertion behind',
      instead(into(evilAssertion, mark)).replace(end, naked + end),
    ],
    [
      '6: the signed assertion within the moved signature',
      instead(into(evilAssertion, around(naked))),
    ],
    ['7: the signed assertion in an extension', into(evil, extension(genuine))],
    ['8: the signed assertion in an object', instead(into(evilAssertion, around(object(naked))))],
    ['the signed assertion behind the forged one', evil.replace(end, genuine + end)],
    ['the name of the signed one on both', named(instead(evilAssertion + genuine), genuine)],
    ['advice that holds the signed one', instead(advised(evilAssertion, genuine))],
    ['a value that holds the signed one', instead(valued(evilAssertion, genuine))],
  ];
}

const wrapInto = (signature: string, inside: string) =>
  signature.replace('</ds:Signature>', `${inside}</ds:Signature>`);
const idOf = (assertion: string) => /ID="(_a[^"]*)"/.exec(assertion)?.[1] ?? '';
const named = (xml: string, genuine: string) =>
  xml.replace(/ID="_a[^"]*"/, `ID="${idOf(genuine)}"`);
const advised = (forged: string, genuine: string) =>
  forged.replace('</saml:Conditions>', `</saml:Conditions><saml:Advice>${genuine}</saml:Advice>`);
const valued = (forged: string, genuine: string) =>
  forged.replace('<saml:AttributeValue>', `<saml:AttributeValue>${genuine}`);

/** Other ways to be somebody else: a name that is read twice, a key, an algorithm, another time. */
export function others({ said, victim, own, stranger }: Means): Forgery[] {
  const about = { ...said, person: person('Victim', victim, true) };
  const evil = unsignedAnswer(about);
  const sign = (changed: Partial<Said>) => signed(unsignedAnswer({ ...about, ...changed }), own);
  const genuine = signed(unsignedAnswer(said), own);
  const commented = signed(
    unsignedAnswer({ ...about, person: { ...about.person, email: `${victim}.evil.test` } }),
    own,
  ).replace('.evil.test', '<!---->.evil.test');
  const tampered = genuine.replaceAll(said.person.email, victim);
  return [
    ['nobody signed it', evil],
    ['an empty signature', evil.replace(/<saml:Subject>/, `${place.exec(genuine)?.[0] ?? ''}$&`)],
    ['another key signed it', signed(evil, stranger)],
    ['another key, and its certificate', certified(signed(evil, stranger), stranger)],
    ['only the answer is signed', signed(evil, own, { part: 'Response' })],
    ['SHA-1', signed(evil, own, { strength: 'weak' })],
    [
      'a keyed hash',
      signed(evil, own).replace(/xmldsig-more#rsa-sha256/, 'xmldsig-more#hmac-sha256'),
    ],
    ['changed after it was signed', tampered],
    ['a comment in the address', commented],
    ['an entity in the address', `<!DOCTYPE r [<!ENTITY v "${victim}">]>${tampered}`],
    ['an entity of a file', `<!DOCTYPE r [<!ENTITY v SYSTEM "file:///etc/passwd">]>${tampered}`],
    ['CDATA in the address', genuine.replace(said.person.email, `<![CDATA[${victim}]]>`)],
    ['a style sheet', `<?xml-stylesheet href="x"?>${evil}`],
    ['for another service', sign({ audience: 'https://another.example' })],
    ['for the metadata of another organisation', sign({ audience: `${said.audience}x` })],
    ['to another address', sign({ recipient: 'https://another.example/acs' })],
    ['from another issuer', sign({ issuer: 'https://another.example' })],
    ['an answer to another question', sign({ inResponseTo: '_another' })],
    ['an answer to no question', sign({ inResponseTo: undefined })],
    ['an hour old', sign({ at: said.at - 3_600_000 })],
    ['from tomorrow', sign({ at: said.at + 86_400_000 })],
    ['good for ever', signed(evil.replace(/NotOnOrAfter="[^"]*"/g, ''), own)],
    ['a no', sign({}).replace('status:Success', 'status:Responder')],
    ['no XML', 'SAML'],
    ['nothing', '<r/>'],
  ];
}

/** Whoever believes the certificate that comes along believes everybody. */
const certified = (xml: string, { certificate }: SigningKey) =>
  xml.replace(
    '</ds:Signature>',
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`,
  );
