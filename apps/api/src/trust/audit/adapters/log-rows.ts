import { leafEntry, type StoredLeg } from '@eventstore/leaf';
import type { Sql } from '@eventstore/record';

/** An event as the log takes it in. */
export interface LoggedEvent {
  readonly xid: string;
  readonly pos: string;
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly raw: string;
  readonly chainHash: Buffer;
  readonly recordedMicros: bigint;
  readonly legs: readonly StoredLeg[];
  /** Its number and leaf hash, once the log has taken it in. */
  readonly leaf: { n: number; hash: Buffer } | null;
}

type Row = Omit<LoggedEvent, 'recordedMicros' | 'legs' | 'leaf' | 'version'> & {
  version: string;
  micros: string;
  n: string | null;
  leafHash: Buffer | null;
};

export const micros = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint`;

const columns = `e.xid::text as xid, e.pos::text as pos, e.id as "eventId", e.stream, e.version,
  e.raw, e.hash as "chainHash", ${micros('e.recorded_at')} as micros`;

/** Events after the last leaf, in the order of the feed; only below the oldest running transaction. */
export async function eventsWithoutLeaf(sql: Sql, limit: number): Promise<LoggedEvent[]> {
  const rows = await sql.query<Row>(
    `with last as (select xid, pos from record.tlog_leaves order by n desc limit 1)
     select ${columns}, null as n, null as "leafHash" from record.events e
      where (e.xid, e.pos) > (coalesce((select xid from last), '0'::xid8), coalesce((select pos from last), 0))
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by e.xid, e.pos limit $1`,
    [limit],
    'audit.events_without_leaf',
  );
  return withLegs(sql, rows);
}

/** Leaves from `from` to before `to` with the events they stand for, by number. */
export async function leavesBetween(sql: Sql, from: number, to: number): Promise<LoggedEvent[]> {
  const rows = await sql.query<Row>(
    `select ${columns}, l.n, l.hash as "leafHash"
      from record.tlog_leaves l join record.events e on e.id = l.event
      where l.n >= $1 and l.n < $2 order by l.n`,
    [from, to],
    'audit.leaves_between',
  );
  return withLegs(sql, rows);
}

/** The same for chosen leaves. */
export async function leavesOf(sql: Sql, numbers: readonly number[]): Promise<LoggedEvent[]> {
  const rows = await sql.query<Row>(
    `select ${columns}, l.n, l.hash as "leafHash"
      from record.tlog_leaves l join record.events e on e.id = l.event
      where l.n = any($1::bigint[]) order by l.n`,
    [numbers],
  );
  return withLegs(sql, rows);
}

/** Events that stand before the leaf `size - 1` in the record and have no leaf. */
export async function eventsOutsideTheLog(sql: Sql, size: number): Promise<LoggedEvent[]> {
  const rows = await sql.query<Row>(
    `select ${columns}, null as n, null as "leafHash" from record.events e
      join record.tlog_leaves last on last.n = $1 and (e.xid, e.pos) <= (last.xid, last.pos)
      where not exists (select from record.tlog_leaves l where l.event = e.id)
      order by e.xid, e.pos limit 1000`,
    [size - 1],
  );
  return withLegs(sql, rows);
}

async function withLegs(sql: Sql, rows: readonly Row[]): Promise<LoggedEvent[]> {
  const legs = new Map<string, StoredLeg[]>();
  if (rows.length > 0)
    for (const { journal, ...leg } of await sql.query<StoredLeg & { journal: string }>(
      `select n.journal, n.id::text as "entryId", n.account, n.kind, n.currency,
        n.amount::text as "amountMinor", n.balance::text as "balanceMinor",
        n.account_version::text as "accountVersion", ${micros('n.effective_at')}::text as "effectiveMicros",
        ${micros('n.recorded_at')}::text as "recordedMicros"
       from ledger.entries n where n.journal = any($1::uuid[]) order by n.id`,
      [rows.map(({ eventId }) => eventId)],
      'audit.legs',
    )) {
      const known = legs.get(journal);
      if (known) known.push(leg);
      else legs.set(journal, [leg]);
    }
  return rows.map(({ n, leafHash, micros: at, version, ...row }) => ({
    ...row,
    version: Number(version),
    recordedMicros: BigInt(at),
    legs: legs.get(row.eventId) ?? [],
    leaf: n === null || leafHash === null ? null : { n: Number(n), hash: leafHash },
  }));
}

export const entryOf = (event: LoggedEvent): Buffer => leafEntry(event);

export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly at: Date;
}

type CheckpointOf = 'newest' | 'witnessed' | { size: number };

/** A checkpoint with the lines of those who cosigned it; null when there is none. */
export async function checkpointOf(sql: Sql, which: CheckpointOf): Promise<CheckpointRow | null> {
  const bySize = typeof which === 'object' ? which.size : null;
  const [row] = await sql.query<Omit<CheckpointRow, 'size'> & { size: string; lines: string[] }>(
    `select c.size, c.root, c.note, c.at, array(select s.line from record.tlog_cosignatures s
        where s.size = c.size order by s.name) as lines
      from record.tlog_checkpoints c
      where ($1::bigint is null or c.size = $1)
        and (not $2 or exists (select from record.tlog_cosignatures s where s.size = c.size))
      order by c.size desc limit 1`,
    [bySize, which === 'witnessed'],
    'audit.checkpoint',
  );
  if (!row) return null;
  const { size, note, lines, ...rest } = row;
  return { ...rest, size: Number(size), note: note + lines.join('') };
}
