import { email as address, line } from '@wire/primitives';
import type { Assertion } from './saml-assertion';

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
/** What identity providers call the same thing: the usual word, that of Entra ID, that of LDAP. */
const names = {
  email: ['email', 'mail', `${claims}/emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3'],
  name: [
    ...['displayName', 'name', 'urn:oid:2.16.840.1.113730.3.1.241'],
    'http://schemas.microsoft.com/identity/claims/displayname',
  ],
  given: ['firstName', 'givenName', `${claims}/givenname`, 'urn:oid:2.5.4.42'],
  family: ['lastName', 'sn', `${claims}/surname`, 'urn:oid:2.5.4.4'],
};
const asAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const microsoft = 'http://schemas.microsoft.com/claims';

/** Ways to show who one is that take two things; SAML has no word for both. */
const withTwo = new Set([
  'https://refeds.org/profile/mfa',
  `${microsoft}/multipleauthn`,
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
]);

interface Named {
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly amr: readonly string[];
}

/** Who somebody is, out of what an identity provider says in words of its own. */
export function personIn({ subject, attributes, contexts }: Assertion): Named {
  const first = (known: readonly string[]) =>
    known.map((name) => attributes[name]?.[0]?.trim() ?? '').find((text) => text !== '');
  const written = first(names.email) ?? (subject.format === asAddress ? subject.id : undefined);
  const parts = [first(names.given), first(names.family)].filter((part) => part !== undefined);
  const name = line(80).safeParse(first(names.name) ?? parts.join(' ')).data;
  const methods = attributes[`${microsoft}/authnmethodsreferences`] ?? [];
  const hasTwo = [...contexts, ...methods].some((one) => withTwo.has(one));
  return {
    subject: subject.id,
    email: address.safeParse(written).data ?? null,
    name: name === undefined || name === '' ? null : name,
    amr: hasTwo ? ['mfa'] : [],
  };
}
