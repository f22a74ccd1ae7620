import type * as z from 'zod';
import { reject } from './reject';

type Keys = readonly (string | number)[];

const encode = (keys: Keys): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

function decode(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The sort keys of the last row seen, null on the first page; 400 when nobody here wrote it. */
export function keysAfter<T extends z.ZodType>(after: string | undefined, keys: T) {
  if (after === undefined) return null;
  const { data } = keys.safeParse(decode(after));
  return data ?? reject('request.invalid');
}

/** One page out of `limit + 1` rows: the extra row only says that there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keys: (last: Row) => Keys) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > limit ? encode(keys(last)) : null };
}
