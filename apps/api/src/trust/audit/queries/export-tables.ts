import type { Currency } from '@money';
import type { ExportScope } from '@wire/audit';
import { splitOf, type Subtree } from '@eventstore/merkle';
import type { Sql } from '@eventstore/record';
import type { AccountLine, StreamLine } from '../domain/export-files';

/**
 * Hashes for where the export has no leaf, from left to right: with them and its own leaves it leads
 * to the root. None, when it has every leaf.
 */
export async function coverOf(
  numbers: readonly number[],
  size: number,
  subtree: Subtree,
): Promise<Buffer> {
  const hashes: Buffer[] = [];
  const walk = async (start: number, end: number, own: readonly number[]): Promise<void> => {
    if (own.length === 0) {
      hashes.push(await subtree(start, end));
      return;
    }
    if (own.length === end - start) return;
    const middle = start + splitOf(end - start);
    const at = own.findIndex((number) => number >= middle);
    const between = at < 0 ? own.length : at;
    await walk(start, middle, own.slice(0, between));
    await walk(middle, end, own.slice(between));
  };
  await walk(0, size, numbers);
  return Buffer.concat(hashes);
}

/** Streams with the hash before their first event here. */
export async function streamLines(
  sql: Sql,
  streams: ReadonlyMap<string, { first: number; last: number; head: string }>,
): Promise<StreamLine[]> {
  const begun = [...streams].filter(([, { first }]) => first > 1);
  const rows = await sql.query<{ stream: string; hash: Buffer }>(
    `select e.stream, e.hash from unnest($1::text[], $2::bigint[]) as t(stream, version)
      join record.events e on e.stream = t.stream and e.version = t.version`,
    [begun.map(([stream]) => stream), begun.map(([, { first }]) => first - 1)],
  );
  const before = new Map(rows.map(({ stream, hash }) => [stream, hash.toString('hex')]));
  return [...streams].map(([stream, seen]) => ({
    stream,
    ...seen,
    previous: before.get(stream) ?? '',
  }));
}

interface Account {
  readonly id: string;
  readonly kind: string;
  readonly owner: string | null;
  readonly currency: Currency;
  readonly hot: boolean;
}

/**
 * The accounts of an export with what they held before it. A contract has only its own, from zero;
 * otherwise all that exist belong, so that the trial balance is the whole one.
 */
export async function accountLines(
  sql: Sql,
  scope: ExportScope,
  movements: ReadonlyMap<string, bigint>,
  firstLeaf: number,
): Promise<AccountLine[]> {
  const openings = new Map<string, bigint>();
  if (scope.kind === 'period')
    for (const { account, sum } of await sql.query<{ account: string; sum: string }>(
      'select account, sum(amount)::text as sum from replay_entries where leaf < $1 group by account',
      [firstLeaf],
    ))
      openings.set(account, BigInt(sum));
  const known = new Set([...openings.keys(), ...movements.keys()]);
  const accounts = await sql.query<Account>(
    'select id, kind, owner, currency, hot from ledger.accounts where id = any($1) order by currency, id',
    [[...known]],
  );
  return accounts.map(({ id, owner, ...account }) => ({
    account: id,
    owner: owner ?? '',
    ...account,
    opening: openings.get(id) ?? 0n,
    movement: movements.get(id) ?? 0n,
  }));
}
