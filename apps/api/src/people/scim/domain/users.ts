import { reject } from '@kernel/reject';
import { urns, type Resource } from '@wire/scim';
import { email as address, text } from '@wire/primitives';
import * as z from 'zod';
import { canonicalOf, type Thing } from './attributes';

/** Whom a directory speaks of, as far as anything is done with it. */
export interface User {
  readonly userName: string;
  readonly email: string;
  readonly externalId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string | null;
  readonly active: boolean;
}

export interface KeptUser extends User {
  readonly id: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: number;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

const word = text(200);
const maybe = word
  .nullish()
  .transform((text) => (text === undefined || text === '' ? null : text))
  .catch(null);
/** Entra ID writes `"False"` where it means no. */
const yes = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

const sent = z.looseObject({
  userName: word.min(1),
  externalId: maybe,
  displayName: maybe,
  active: yes.default(true),
  name: z
    .looseObject({ givenName: maybe, familyName: maybe, formatted: maybe })
    .nullish()
    .catch(null),
  emails: z
    .array(z.looseObject({ value: z.string(), type: z.string().nullish(), primary: yes.nullish() }))
    .nullish(),
});

/** Reads what was sent. The address is the primary one, the one of work, or the name. */
export function userOf(resource: Thing): User {
  const { data, error } = sent.safeParse(canonicalOf(resource));
  if (error) return reject('scim.invalid_value', { attribute: error.issues[0]?.path.join('.') });
  const { userName, externalId, displayName, active, name } = data;
  const mails = data.emails ?? [];
  const primary =
    mails.find((one) => one.primary) ?? mails.find(({ type }) => type === 'work') ?? mails[0];
  const { data: email } = address.safeParse(primary?.value ?? userName);
  if (email === undefined) return reject('scim.invalid_value', { attribute: 'emails' });
  return {
    ...{ userName, email, externalId, active },
    givenName: name?.givenName ?? null,
    familyName: name?.familyName ?? null,
    displayName: displayName ?? name?.formatted ?? null,
  };
}

/** Only what somebody proved to be the organisation's is the organisation's to give. */
export function isOurs({ email }: User, domains: readonly string[]): void {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!domains.includes(domain)) reject('scim.foreign_address', { domain });
}

export const tagOf = (version: number): string => `W/"${String(version)}"`;

export function userResource(user: KeptUser, root: string): Resource {
  const { id, userName, email, externalId, givenName, familyName, displayName, active } = user;
  const formatted = [givenName, familyName].filter(Boolean).join(' ') || displayName;
  const location = `${root}/Users/${id}`;
  return {
    schemas: [urns.user],
    id,
    ...(externalId !== null && { externalId }),
    userName,
    name: {
      ...(formatted !== null && { formatted }),
      ...(givenName !== null && { givenName }),
      ...(familyName !== null && { familyName }),
    },
    ...(displayName !== null && { displayName }),
    active,
    emails: [{ value: email, type: 'work', primary: true }],
    groups: user.groups.map((group) => ({
      value: group.id,
      display: group.name,
      $ref: `${root}/Groups/${group.id}`,
    })),
    meta: {
      resourceType: 'User',
      created: user.createdAt,
      lastModified: user.changedAt,
      version: tagOf(user.version),
      location,
    },
  };
}
