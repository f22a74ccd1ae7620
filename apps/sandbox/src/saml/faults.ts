import { person, type Person } from '../issuers/people';
import { signed, unsignedAnswer, type Said } from './response';
import type { SigningKey } from './signing-key';

/** What is wrong with an answer, in the words of the page on which it is chosen. */
export const faults = {
  none: 'Nothing is wrong',
  unsigned: 'Nobody signed it',
  stranger: 'Somebody else signed it',
  sha1: 'It is signed with SHA-1',
  audience: 'It is for another service',
  recipient: 'It is for another address',
  expired: 'It is an hour old',
  replayed: 'It is the one that was sent before',
  unasked: 'It answers no question',
  wrapped: 'A signed one is wrapped into it',
  comment: 'A comment stands in the name',
  doctype: 'It declares an entity',
} as const;
export type Fault = keyof typeof faults;

export const isFault = (name: string): name is Fault => name in faults;

interface Means {
  own: SigningKey;
  stranger: SigningKey;
  last: string | undefined;
}

const eve: Person = { ...person('Eve', 'eve@nileclinics.test', true) };

/** The answer to `said`, with what is wrong with it. */
export function answerOf(said: Said, fault: Fault, { own, stranger, last }: Means): string {
  const sign = (changed: Partial<Said>) => signed(unsignedAnswer({ ...said, ...changed }), own);
  switch (fault) {
    case 'none':
      return sign({});
    case 'unsigned':
      return unsignedAnswer(said);
    case 'stranger':
      return signed(unsignedAnswer(said), stranger);
    case 'sha1':
      return signed(unsignedAnswer(said), own, { strength: 'weak' });
    case 'audience':
      return sign({ audience: 'https://another.example/metadata' });
    case 'recipient':
      return sign({ recipient: 'https://another.example/acs' });
    case 'expired':
      return sign({ at: said.at - 3_600_000 });
    case 'replayed':
      return last ?? sign({});
    case 'unasked':
      return sign({ inResponseTo: undefined });
    case 'wrapped':
      return wrapped(sign({}), unsignedAnswer({ ...said, person: eve }));
    case 'comment':
      return sign({}).replace(/(<saml:NameID[^>]*>.)/, '$1<!-- x -->');
    case 'doctype':
      return `<!DOCTYPE r [<!ENTITY x "y">]>${sign({})}`;
  }
}

/** A forged answer in front, and the signed assertion behind it, where only its signature is found. */
function wrapped(genuine: string, forged: string): string {
  const [assertion = ''] = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(genuine) ?? [];
  return forged.replace('</samlp:Response>', `${assertion}</samlp:Response>`);
}
