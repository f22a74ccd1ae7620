import { firstEntries, firstHashes, tileNumber, type TileStore } from '@eventstore/tiles';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import { KeepObject, KeptObject } from '../../../platform/files';

/** Tiles of the log behind the storage port, one growing object each; the last ones are remembered. */
@Injectable()
export class LogTiles implements TileStore {
  private readonly known = new LRUCache<string, Buffer>({ max: 512 });

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async read(level: number | 'entries', n: number, width: number): Promise<Buffer> {
    const name = nameOf(level, n);
    const known = this.known.get(name);
    const first = level === 'entries' ? firstEntries : firstHashes;
    if (known && first(known, width) !== null) return known;
    const stored = await this.queries.execute(new KeptObject(name));
    if (!stored) throw new Error(`the tile ${name} is not stored`);
    const content = await buffer(stored);
    this.known.set(name, content);
    return content;
  }

  /** Another process may have written since. */
  forget(): void {
    this.known.clear();
  }

  async write(level: number | 'entries', n: number, content: Buffer): Promise<void> {
    const name = nameOf(level, n);
    await this.commands.execute(new KeepObject(name, content));
    this.known.set(name, content);
  }
}

const nameOf = (level: number | 'entries', n: number): string => `tlog/${level}/${tileNumber(n)}`;
