/** Names of attributes are the same in capitals and in small letters (RFC 7643, 2.1). */
const known = [
  ...['schemas', 'id', 'externalId', 'meta', 'userName', 'displayName', 'active', 'emails'],
  ...['name', 'formatted', 'givenName', 'familyName', 'groups', 'members', 'value', 'type'],
  ...['primary', 'display', '$ref', 'resourceType', 'created', 'lastModified', 'location'],
];

const canonical = new Map(known.map((name) => [name.toLowerCase(), name]));

export const nameOf = (text: string): string => canonical.get(text.toLowerCase()) ?? text;

export type Thing = Record<string, unknown>;

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const core = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/i;

/** The steps of a path, without the name of the schema that it belongs to. */
export const stepsOf = (path: string): string[] => path.replace(core, '').split('.').map(nameOf);

/** Every value that a path leads to; of an attribute with several, each. */
export function valuesAt(thing: unknown, path: string): unknown[] {
  return stepsOf(path)
    .reduce<unknown[]>(
      (found, step) => found.flatMap((one) => (isThing(one) ? [read(one, step)].flat() : [])),
      [thing],
    )
    .flatMap((one) => valueOf(one))
    .filter((one) => one !== undefined);
}

/** `emails eq "a@b"` asks for the value of each. */
const valueOf = (one: unknown): unknown[] => [one];

function read(thing: Thing, step: string): unknown {
  if (Object.hasOwn(thing, step)) return thing[step];
  const key = Object.keys(thing).find((one) => one.toLowerCase() === step.toLowerCase());
  return key === undefined ? undefined : thing[key];
}

/** Every name written as the standard writes it, all the way down. */
export function canonicalOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalOf);
  if (!isThing(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [nameOf(key), canonicalOf(one)]),
  );
}
