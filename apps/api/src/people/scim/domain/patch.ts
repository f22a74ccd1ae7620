import { reject } from '@kernel/reject';
import type { Operation } from '@wire/scim';
import { canonicalOf, isThing, nameOf, stepsOf, type Thing } from './attributes';
import { filterOf, matches, type Filter } from './filter';

const mostPaths = 500;

/** Where an operation works: `emails[type eq "work"].value`. */
interface Place {
  readonly attribute: string;
  readonly filter: Filter | null;
  readonly below: string | null;
}

/** Attributes of other schemas are taken and not kept. */
const isForeign = (path: string): boolean =>
  /^urn:/i.test(path) && !/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/i.test(path);

/**
 * A resource after these operations, on a copy (RFC 7644, 3.5.2), as Okta and Entra ID write them: with
 * a path, or without one and the attributes in the value, where each name may be a path itself.
 * Rejects scim.invalid_path, invalid_value and no_target.
 */
export function patched(before: Thing, operations: readonly Operation[]): Thing {
  const after = structuredClone(before);
  for (const { op, path, value } of operations) {
    if (path !== undefined) work(after, { op, path, value: canonicalOf(value) });
    else if (op === 'remove') reject('scim.no_target');
    else for (const [name, one] of pairsOf(value)) work(after, { op, path: name, value: one });
  }
  return after;
}

function pairsOf(value: unknown): [string, unknown][] {
  if (!isThing(value)) return reject('scim.invalid_value');
  const pairs = Object.entries(value);
  if (pairs.length > mostPaths) return reject('scim.invalid_value');
  return pairs.map(([name, one]) => [name, canonicalOf(one)]);
}

function work(thing: Thing, { op, path, value }: Change & { readonly path: string }): void {
  if (isForeign(path)) return;
  const place = placeOf(path);
  if (place.filter) return several(thing, place as Filtered, { op, value });
  const { attribute, below } = place;
  if (below === null) return whole(thing, attribute, { op, value });
  const inner = isThing(thing[attribute]) ? thing[attribute] : {};
  if (op === 'remove') Reflect.deleteProperty(inner, below);
  else inner[below] = value;
  thing[attribute] = inner;
}

/** What every object has of its own kind is no attribute: a path through it would reach all of them. */
const forbidden = new Set<unknown>(['__proto__', 'constructor', 'prototype']);

function placeOf(path: string): Place {
  const [, name = '', inside, below] =
    /^([^[\]]+)(?:\[(.+)\](?:\.(\w+))?)?$/.exec(path.trim()) ?? [];
  const [attribute = '', step = null, ...more] = stepsOf(name);
  if (attribute === '' || more.length > 0) return reject('scim.invalid_path');
  if ([attribute, step, below].some((one) => forbidden.has(one))) reject('scim.invalid_path');
  if (inside === undefined) return { attribute, filter: null, below: step };
  if (step !== null) return reject('scim.invalid_path');
  return { attribute, filter: filterOf(inside), below: below === undefined ? null : nameOf(below) };
}

type Change = Pick<Operation, 'op' | 'value'>;
type Filtered = Place & { readonly filter: Filter };

/** The whole attribute; of one with several values `add` adds and `remove` with values removes those. */
function whole(thing: Thing, attribute: string, { op, value }: Change): void {
  const now = thing[attribute];
  if (op === 'remove') {
    if (Array.isArray(now) && value !== undefined && value !== null)
      thing[attribute] = now.filter((one) => ![value].flat().some((gone) => isSame(one, gone)));
    else Reflect.deleteProperty(thing, attribute);
  } else if (op === 'add' && Array.isArray(now)) {
    const added = [value].flat().filter((one) => !now.some((known) => isSame(known, one)));
    thing[attribute] = [...(now as unknown[]), ...added];
  } else if (isThing(now) && isThing(value)) thing[attribute] = { ...now, ...value };
  else thing[attribute] = value;
}

const idOf = (one: unknown): unknown => (isThing(one) ? one['value'] : one);
const isSame = (one: unknown, other: unknown): boolean => idOf(one) === idOf(other);

/** Those of several values that the filter names; one that is not there yet is made of it. */
function several(
  thing: Thing,
  { attribute, filter, below }: Filtered,
  { op, value }: Change,
): void {
  const now = [thing[attribute] ?? []].flat();
  const hit = now.filter((one) => matches(filter, one));
  if (op === 'remove') {
    if (below === null) thing[attribute] = now.filter((one) => !hit.includes(one));
    else for (const one of hit) if (isThing(one)) Reflect.deleteProperty(one, below);
    return;
  }
  const made = hit.length === 0 ? [madeOf(filter)] : [];
  for (const one of [...hit, ...made]) {
    if (!isThing(one)) return reject('scim.no_target');
    if (below !== null) one[below] = value;
    else if (isThing(value)) Object.assign(one, value);
    else return reject('scim.invalid_value');
  }
  thing[attribute] = [...now, ...made];
}

function madeOf(filter: Filter): Thing {
  if (filter.is !== 'eq') return reject('scim.no_target');
  const [attribute = ''] = stepsOf(filter.path);
  return { [attribute]: filter.value };
}
