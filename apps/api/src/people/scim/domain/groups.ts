import { reject } from '@kernel/reject';
import { urns, type Resource } from '@wire/scim';
import { line } from '@wire/primitives';
import * as z from 'zod';
import { canonicalOf, type Thing } from './attributes';
import { tagOf } from './users';

export interface Group {
  readonly displayName: string;
  readonly externalId: string | null;
  readonly members: readonly string[];
}

export interface KeptGroup extends Omit<Group, 'members'> {
  readonly id: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: number;
}

const sent = z.looseObject({
  displayName: line(200),
  externalId: z
    .string()
    .max(200)
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text))
    .catch(null),
  members: z
    .array(z.looseObject({ value: z.uuid() }))
    .max(1_000)
    .nullish(),
});

export function groupOf(resource: Thing): Group {
  const { data, error } = sent.safeParse(canonicalOf(resource));
  if (error) return reject('scim.invalid_value', { attribute: error.issues[0]?.path.join('.') });
  const { displayName, externalId } = data;
  const members = (data.members ?? []).map(({ value }) => value);
  return { displayName, externalId, members: [...new Set(members)] };
}

export function groupResource(group: KeptGroup, root: string): Resource {
  const { id, displayName, externalId, members } = group;
  return {
    schemas: [urns.group],
    id,
    ...(externalId !== null && { externalId }),
    displayName,
    members: members.map((one) => ({
      value: one.id,
      display: one.name,
      type: 'User',
      $ref: `${root}/Users/${one.id}`,
    })),
    meta: {
      resourceType: 'Group',
      created: group.createdAt,
      lastModified: group.changedAt,
      version: tagOf(group.version),
      location: `${root}/Groups/${id}`,
    },
  };
}

/** Who is in several groups has the role that may most; of two that may as much, the one that is first. */
export function bestOf(
  roles: readonly (string | null)[],
  reachOf: (role: string) => number,
): string | null {
  const named = roles.filter((one) => one !== null).sort();
  return named.reduce<string | null>(
    (best, one) => (best !== null && reachOf(best) >= reachOf(one) ? best : one),
    null,
  );
}
