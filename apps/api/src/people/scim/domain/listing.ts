import { urns, type FindResources, type Resource, type Resources } from '@wire/scim';
import { stepsOf, type Thing } from './attributes';
import { filterOf, matches } from './filter';

const most = 200;

/** One page of what was asked for; counted from one, and never refused for its numbers (RFC 7644, 3.4.2.4). */
export function pageOf(all: readonly Resource[], asked: FindResources): Resources {
  const filter = asked.filter === undefined ? null : filterOf(asked.filter);
  const found = filter ? all.filter((one) => matches(filter, one)) : all;
  const startIndex = Math.max(1, asked.startIndex);
  const count = Math.min(most, Math.max(0, asked.count));
  const shown = found.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: [urns.list],
    totalResults: found.length,
    startIndex,
    itemsPerPage: shown.length,
    Resources: shown.map((one) => shownOf(one, asked)),
  };
}

type Wanted = Pick<FindResources, 'attributes' | 'excludedAttributes'>;
const always = ['schemas', 'id'];

/** The attributes that were asked for, without those that nobody wants. */
export function shownOf(resource: Resource, { attributes, excludedAttributes }: Wanted): Resource {
  const named = (text: string) => text.split(',').map((one) => stepsOf(one.trim())[0] ?? '');
  const wanted = attributes === undefined ? null : [...always, ...named(attributes)];
  const unwanted = named(excludedAttributes ?? '').filter((one) => !always.includes(one));
  const thing: Thing = resource;
  const kept = Object.entries(thing).filter(
    ([name]) => (wanted?.includes(name) ?? true) && !unwanted.includes(name),
  );
  return Object.fromEntries(kept) as Resource;
}
