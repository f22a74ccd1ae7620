import { randomUUIDv7 } from 'node:crypto';
import {
  arrayOf,
  boolean,
  bytea,
  column,
  int4,
  int8,
  jsonb,
  text,
  timestamptz,
  uuid,
} from './binary-array';
import { canonical } from './chain';
import type { Append, Fact, Leg } from './record';

export const appendSql = `select * from record.append($1::text[],$2::int[],$3::bigint[],$4::uuid[],
  $5::text[],$6::text[],$7::uuid[],$8::text[],$9::int[],$10::boolean[],$11::text[],$12::text[],
  $13::text[],$14::bigint[],$15::text[],$16::timestamptz[],$17::text[],$18::text[],$19::bytea[],
  $20::jsonb[],$21::boolean,$22::boolean)`;

/** Accounts that every command touches: legs are appended, no running balance is kept. */
const hotKinds = new Set(['fees', 'tax', 'gateway', 'bank', 'loss', 'suspense']);

/** The parameters of one call for all these commands: columns of events, of legs and of keys. */
export function together(whats: readonly Append[], open: boolean): unknown[] {
  const rows = whats.map(rowsOf);
  const events = rows.flatMap((row) => row.events).sort((a, b) => compare(a.stream, b.stream));
  const legs = rows.flatMap((row) => row.legs).sort((a, b) => compare(a.account, b.account));
  const keys = whats
    .flatMap(({ idempotency }) => idempotency ?? [])
    .sort((a, b) => compare(a.key, b.key));
  return [
    column(text, events, (event) => event.stream),
    arrayOf(int4, turns(events.map((event) => event.stream))),
    column(int8, events, (event) => BigInt(event.expected)),
    column(uuid, events, (event) => event.id),
    column(text, events, (event) => event.type),
    column(text, events, (event) => event.raw),
    column(uuid, legs, (leg) => leg.journal),
    column(text, legs, (leg) => leg.account),
    arrayOf(int4, turns(legs.map((leg) => leg.account))),
    column(boolean, legs, (leg) => hotKinds.has(leg.kindOfAccount)),
    column(text, legs, (leg) => leg.kindOfAccount),
    column(text, legs, (leg) => leg.owner),
    column(text, legs, (leg) => leg.currency),
    column(int8, legs, (leg) => leg.amountMinor),
    column(text, legs, (leg) => leg.kind),
    column(timestamptz, legs, (leg) => leg.at),
    column(text, keys, (key) => key.scope),
    column(text, keys, (key) => key.key),
    column(bytea, keys, (key) => key.request),
    column(jsonb, keys, (key) => JSON.stringify(key.response ?? null)),
    whats.length === 1,
    open,
  ];
}

/** The place of each name among the equal names before it; equal names are neighbours. */
function turns(names: readonly string[]): number[] {
  let turn = 0;
  return names.map((name, place) => (turn = name === names[place - 1] ? turn + 1 : 0));
}

const streamName = /^[a-z]+-.{1,100}$/;

function rowsOf({ streams, journals = [], metadata }: Append) {
  const ids = new Map<Fact, string>();
  const events = streams.flatMap(({ stream, expected, facts }) => {
    if (!streamName.test(stream)) throw new Error(`${stream} is no name of a stream`);
    return facts.map((fact, place) => {
      const id = randomUUIDv7();
      ids.set(fact, id);
      const raw = canonical({ ...fact, id, metadata, schemaVersion: 1 });
      const version = expected === 'any' ? -1 : expected + place;
      return { stream, expected: version, id, type: fact.type, raw };
    });
  });
  const legs = journals.flatMap(({ cause, legs: sides }) =>
    sides
      .filter((leg) => leg.amountMinor !== 0n)
      .map((leg) => ({
        ...leg,
        ...accountOf(leg),
        journal: ids.get(cause) ?? null,
        at: metadata.at,
      })),
  );
  return { events, legs };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `wallet:<owner>:available` + INR → id, kind `wallet_available`, owner. */
function accountOf({ account, currency }: Leg) {
  const [first = '', second, third] = account.split(':');
  const owned = ['wallet', 'escrow', 'receivable'].includes(first);
  return {
    account: `${account}:${currency}`,
    kindOfAccount: third ? `${first}_${third}` : first,
    owner: owned ? (second ?? null) : null,
  };
}
