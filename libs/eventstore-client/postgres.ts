import { appendSql, together } from './append-call';
import {
  KeyReused,
  Overdrawn,
  Refused,
  StaleStream,
  type Append,
  type Appended,
  type Position,
  type RawEvent,
  type Recorded,
  type Sql,
} from './record';

interface AppendRow {
  replayed: boolean;
  response: unknown;
  xid: string;
  pos: string;
}

/** A stream or an account has to be opened first; nothing was written. */
export class NotOpened extends Refused {
  override readonly name = 'NotOpened';
}

const refusals: Record<string, new (message: string) => Error> = {
  GH003: KeyReused,
  GH004: StaleStream,
  GH006: NotOpened,
  '23514': Overdrawn,
};

/**
 * Appends facts, journals and the idempotent answer in one call and one transaction.
 * Rejects with StaleStream, KeyReused or Overdrawn; then nothing was written.
 */
export async function append(sql: Sql, what: Append): Promise<Appended> {
  return answered(await appendTogether(sql, [what], true), what);
}

/** A command that was not replayed is answered with the answer that it brought. */
export const answered = (done: Appended, what: Append): Appended =>
  done.replayed ? done : { ...done, response: what.idempotency?.response ?? null };

/**
 * Several commands in one call and one transaction: all are written or none is. Only a single one
 * can be answered as a replay. Without `open` it is cheaper, and rejects with NotOpened when a stream
 * or an account is new.
 */
export async function appendTogether(
  sql: Sql,
  whats: readonly Append[],
  open: boolean,
): Promise<Appended> {
  try {
    const [row] = await sql.query<AppendRow>(appendSql, together(whats, open), 'record.append');
    if (!row) throw new Error('record.append answered nothing');
    const position = { xid: BigInt(row.xid), pos: BigInt(row.pos) };
    return { replayed: row.replayed, response: row.response, position };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const refusal = code === undefined ? undefined : refusals[code];
    throw refusal ? new refusal(message) : error;
  }
}

interface EventRow {
  xid: string;
  pos: string;
  stream: string;
  version: string;
  id: string;
  type: string;
  raw: string;
  recorded_at: Date;
  hash: Buffer;
}

/** Raw bytes → event. The stored text is the truth; nothing is taken from a re-ordered copy. */
function parse(row: EventRow): Recorded {
  const { data, metadata, schemaVersion } = JSON.parse(row.raw) as Recorded;
  return {
    id: row.id,
    type: row.type,
    data,
    metadata,
    schemaVersion,
    stream: row.stream,
    version: Number(row.version),
    position: { xid: BigInt(row.xid), pos: BigInt(row.pos) },
    recordedAt: new Date(row.recorded_at).toISOString(),
  };
}

const columns =
  'e.xid::text as xid, e.pos, e.stream, e.version, e.id, e.type, e.raw, e.recorded_at';

export async function readStream(sql: Sql, stream: string, after = 0): Promise<Recorded[]> {
  const rows = await sql.query<EventRow>(
    `select ${columns} from record.events e where e.stream = $1 and e.version > $2 order by e.version`,
    [stream, after],
    'record.read_stream',
  );
  return rows.map(parse);
}

/** One page of a stream with its bytes and hashes, newest last. */
export async function readRaw(sql: Sql, stream: string, after: number, limit: number) {
  const rows = await sql.query<EventRow>(
    `select ${columns}, e.hash from record.events e
      where e.stream = $1 and e.version > $2 order by e.version limit $3`,
    [stream, after, limit],
  );
  return rows.map(toRaw);
}

export async function findRaw(sql: Sql, eventId: string): Promise<RawEvent | null> {
  const [row] = await sql.query<EventRow>(
    `select ${columns}, e.hash from record.events e where e.id = $1`,
    [eventId],
  );
  return row ? toRaw(row) : null;
}

const toRaw = (row: EventRow): RawEvent => ({
  eventId: row.id,
  stream: row.stream,
  version: Number(row.version),
  type: row.type,
  recordedAt: new Date(row.recorded_at).toISOString(),
  raw: row.raw,
  hash: row.hash.toString('hex'),
});

export interface FeedPage {
  readonly events: Recorded[];
  /** Everything up to here has been seen. */
  readonly upTo: Position;
  readonly full: boolean;
}

/**
 * The feed after a position: every event once, in (xid, pos) order, nothing skipped. Only what lies
 * below the oldest running transaction is read, because a lower xid may still commit.
 */
export async function readAll(sql: Sql, after: Position, limit: number): Promise<FeedPage> {
  const rows = await sql.query<(EventRow | { xid: null }) & { horizon: string }>(
    `with bound as (select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
     select ${columns}, bound.horizon::text as horizon from bound left join lateral (
       select * from record.events where (xid, pos) > ($1::text::xid8, $2::bigint) and xid < bound.horizon
       order by xid, pos limit $3) e on true order by e.xid, e.pos`,
    [after.xid.toString(), after.pos.toString(), limit],
    'record.read_all',
  );
  const events = rows.flatMap((row) => (row.xid === null ? [] : [parse(row)]));
  const full = events.length === limit;
  const last = events.at(-1)?.position;
  const horizon = BigInt(rows[0]?.horizon ?? 0);
  const upTo = full && last ? last : { xid: horizon - 1n, pos: maxPosition };
  return { events, upTo, full };
}

/** Facts of some types between two positions, in the order of the feed; the second is included. */
export async function eventsOfTypes(
  sql: Sql,
  types: readonly string[],
  { after, upTo, limit }: { after: Position; upTo: Position; limit: number },
): Promise<Recorded[]> {
  const rows = await sql.query<EventRow>(
    `select ${columns} from record.events e
      where (e.xid, e.pos) > ($1::text::xid8, $2::bigint) and (e.xid, e.pos) <= ($3::text::xid8, $4::bigint)
        and e.type = any($5) order by e.xid, e.pos limit $6`,
    [
      ...[after.xid.toString(), after.pos.toString(), upTo.xid.toString(), upTo.pos.toString()],
      types,
      limit,
    ],
  );
  return rows.map(parse);
}

const maxPosition = 2n ** 63n - 1n;
