import { chainHash } from '@eventstore/chain';
import { leafHash } from '@eventstore/merkle';
import { tileWidth, widthAt } from '@eventstore/tiles';
import type * as wire from '@wire/audit';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import {
  checkpointOf,
  entryOf,
  eventsOutsideTheLog,
  leavesBetween,
  type LoggedEvent,
} from '../adapters/log-rows';
import { LogTiles } from './log-tiles';

type Finding = wire.RecordCheck['findings'][number];
const pageSize = 1_000;

/** Are the rows of the database still what the log took in? A range of leaves at a time. */
export class RecordCheckOf extends Query<wire.RecordCheck> {
  constructor(readonly range: z.infer<typeof wire.findCheck>) {
    super();
  }
}

@QueryHandler(RecordCheckOf)
export class RecordCheckOfHandler implements IQueryHandler<RecordCheckOf> {
  constructor(
    private readonly database: Database,
    private readonly tiles: LogTiles,
  ) {}

  async execute({ range: { from, count } }: RecordCheckOf): Promise<wire.RecordCheck> {
    const size = (await checkpointOf(this.database, 'newest'))?.size ?? 0;
    const end = Math.min(size, from + count);
    const findings: Finding[] = [];
    for (let at = from; at < end; at += pageSize)
      findings.push(...(await this.checkPage(at, Math.min(end, at + pageSize), size)));
    if (end === size)
      for (const { stream } of await eventsOutsideTheLog(this.database, size))
        findings.push({ kind: 'event_not_in_log', leaf: null, stream });
    const next = end < size ? end : null;
    return { from, checked: Math.max(0, end - from), next, findings: findings.slice(0, 500) };
  }

  private async checkPage(from: number, to: number, size: number): Promise<Finding[]> {
    const events = await leavesBetween(this.database, from, to);
    const byLeaf = new Map(events.map((event) => [event.leaf?.n, event]));
    const before = await this.headsBefore(events);
    const findings: Finding[] = [];
    for (let leaf = from; leaf < to; leaf += 1) {
      const event = byLeaf.get(leaf);
      const logged = await this.logged(leaf, size);
      const kind = event ? faultOf(event, before.get(event.eventId), logged) : 'event_missing';
      if (kind) findings.push({ kind, leaf, stream: event?.stream ?? null });
    }
    return findings;
  }

  /** The hash that stands in the tiles: they are kept apart from the database. */
  private async logged(leaf: number, size: number): Promise<Buffer> {
    const n = Math.floor(leaf / tileWidth);
    const tile = await this.tiles.read(0, n, widthAt(0, n, size));
    const at = (leaf - n * tileWidth) * 32;
    return tile.subarray(at, at + 32);
  }

  private async headsBefore(events: readonly LoggedEvent[]): Promise<Map<string, Buffer>> {
    const rows = await this.database.query<{ id: string; hash: Buffer }>(
      `select t.id, e.hash from unnest($1::uuid[], $2::text[], $3::bigint[]) as t(id, stream, version)
        join record.events e on e.stream = t.stream and e.version = t.version - 1`,
      [
        events.map(({ eventId }) => eventId),
        events.map(({ stream }) => stream),
        events.map(({ version }) => version),
      ],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }
}

function faultOf(
  event: LoggedEvent,
  before: Buffer | undefined,
  logged: Buffer,
): Finding['kind'] | null {
  const { stream, version, raw, chainHash: stored } = event;
  const isFirst = version === 1;
  if (!isFirst && !before) return 'order_changed';
  const head = isFirst ? Buffer.alloc(0) : (before ?? Buffer.alloc(0));
  const entry = leafHash(entryOf(event));
  if (!chainHash(head, stream, version, raw).equals(stored)) return 'event_altered';
  if (entry.equals(logged)) return event.leaf?.hash.equals(logged) ? null : 'log_altered';
  return 'entries_altered';
}
