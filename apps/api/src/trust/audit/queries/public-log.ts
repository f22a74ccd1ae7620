import { firstEntries, firstHashes, parseTilePath, widthAt } from '@eventstore/tiles';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type * as wire from '@wire/audit';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { LogKeys } from '../adapters/log-keys';
import { checkpointOf } from '../adapters/log-rows';
import { LogTiles } from './log-tiles';

/** A signed checkpoint as text. Rejects audit.not_found. */
export class CheckpointNote extends Query<string> {
  constructor(readonly which: 'newest' | 'witnessed' | { size: number }) {
    super();
  }
}

@QueryHandler(CheckpointNote)
export class CheckpointNoteHandler implements IQueryHandler<CheckpointNote> {
  constructor(private readonly database: Database) {}

  async execute({ which }: CheckpointNote): Promise<string> {
    return (await checkpointOf(this.database, which))?.note ?? reject('audit.not_found');
  }
}

/** A tile or a bundle by its path. Rejects audit.not_found, also for what no checkpoint covers. */
export class TileAt extends Query<Buffer> {
  constructor(readonly path: string) {
    super();
  }
}

@QueryHandler(TileAt)
export class TileAtHandler implements IQueryHandler<TileAt> {
  constructor(
    private readonly database: Database,
    private readonly tiles: LogTiles,
  ) {}

  async execute({ path }: TileAt): Promise<Buffer> {
    const name = parseTilePath(path) ?? reject('audit.not_found');
    const size = (await checkpointOf(this.database, 'newest'))?.size ?? 0;
    const level = name.level === 'entries' ? 0 : name.level;
    if (widthAt(level, name.n, size) < name.width) reject('audit.not_found');
    const stored = await this.tiles.read(name.level, name.n, name.width);
    const first = name.level === 'entries' ? firstEntries : firstHashes;
    return first(stored, name.width) ?? reject('audit.not_found');
  }
}

/** Every key that ever signed the log, and the witnesses. */
export class LogKeysOf extends Query<z.infer<typeof wire.logKeys>> {}

@QueryHandler(LogKeysOf)
export class LogKeysOfHandler implements IQueryHandler<LogKeysOf> {
  constructor(
    private readonly database: Database,
    private readonly keys: LogKeys,
  ) {}

  async execute() {
    const rows = await this.database.query<{ vkey: string; since: Date }>(
      'select vkey, since from record.tlog_keys order by since desc',
    );
    return {
      origin: this.keys.origin,
      items: rows.map(({ vkey, since }) => ({
        vkey,
        since: since.toISOString(),
        isCurrent: vkey === this.keys.current.vkey,
      })),
      witnesses: this.keys.witnesses.map(({ vkey }) => ({ vkey })),
    };
  }
}
