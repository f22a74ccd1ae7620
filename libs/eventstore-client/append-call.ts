import { randomUUIDv7 } from 'node:crypto';
import { canonical } from './chain';
import type { Append, Fact, Leg } from './record';

export const appendSql = `select * from record.append($1::text[],$2::bigint[],$3::uuid[],$4::text[],
  $5::text[],$6::uuid[],$7::text[],$8::text[],$9::text[],$10::text[],$11::bigint[],$12::text[],
  $13::timestamptz[],$14::text[],$15::text[],$16::bytea[],$17::jsonb[],$18::boolean)`;

/** The parameters of one call for all these commands: columns of events, of legs and of keys. */
export function together(whats: readonly Append[]): unknown[] {
  const rows = whats.map(rowsOf);
  const events = rows.flatMap((row) => row.events).sort((a, b) => compare(a.stream, b.stream));
  const legs = rows.flatMap((row) => row.legs).sort((a, b) => compare(a.account, b.account));
  const keys = whats
    .flatMap(({ idempotency }) => idempotency ?? [])
    .sort((a, b) => compare(a.key, b.key));
  return [
    events.map((event) => event.stream),
    events.map((event) => event.expected),
    events.map((event) => event.id),
    events.map((event) => event.type),
    events.map((event) => event.raw),
    legs.map((leg) => leg.journal),
    legs.map((leg) => leg.account),
    legs.map((leg) => leg.kindOfAccount),
    legs.map((leg) => leg.owner),
    legs.map((leg) => leg.currency),
    legs.map((leg) => leg.amountMinor.toString()),
    legs.map((leg) => leg.kind),
    legs.map((leg) => leg.at),
    keys.map((key) => key.scope),
    keys.map((key) => key.key),
    keys.map((key) => key.request),
    keys.map((key) => JSON.stringify(key.response ?? null)),
    whats.length === 1,
  ];
}

function rowsOf({ streams, journals = [], metadata }: Append) {
  const ids = new Map<Fact, string>();
  const events = streams.flatMap(({ stream, expected, facts }) =>
    facts.map((fact, place) => {
      const id = randomUUIDv7();
      ids.set(fact, id);
      const raw = canonical({ ...fact, id, metadata, schemaVersion: 1 });
      const version = expected === 'any' ? -1 : expected + place;
      return { stream, expected: version, id, type: fact.type, raw };
    }),
  );
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
