import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Where time, ids and the network come from while a simulation runs. */
export const instants = {
  now: (): number => 0,
  fetch: noNetwork as (url: string, request: never) => Promise<unknown>,
  ids: 0,
};
function noNetwork(): Promise<unknown> {
  return Promise.reject(new Error('no network'));
}

const parsedBefore = new Map<string, unknown>();
const mostParsed = 60_000;
const parse = JSON.parse;

/** Bytes of the record never change, so they are understood once. */
function parseOnce(text: string, reviver?: Parameters<typeof parse>[1]): unknown {
  if (reviver || !text.startsWith('{"data"')) return parse(text, reviver) as unknown;
  const known = parsedBefore.get(text);
  if (known !== undefined) return known;
  if (parsedBefore.size > mostParsed) parsedBefore.clear();
  const value: unknown = parse(text);
  parsedBefore.set(text, value);
  return value;
}

/** From here on nothing in this process asks the machine for the time, for chance or for the network. */
export function takeOver(): void {
  JSON.parse = parseOnce as typeof parse;
  Error.stackTraceLimit = 0;
  Date.now = () => instants.now();
  globalThis.fetch = ((url: string, request: never) => instants.fetch(url, request)) as never;
  AbortSignal.timeout = () => undefined as never;
  const id = () => {
    instants.ids += 1;
    const count = instants.ids.toString(16).padStart(12, '0');
    return `01900000-0000-7000-8000-${count}` as const;
  };
  Object.assign(crypto, { randomUUIDv7: id, randomUUID: id });
  syncBuiltinESMExports();
}
