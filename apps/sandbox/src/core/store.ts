import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -2000;
  CREATE TABLE IF NOT EXISTS item (
    seq  INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    tag  TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE INDEX IF NOT EXISTS item_tag ON item (kind, tag, seq);
`;

export interface Listing {
  /** Exact match on the tag an item was put with. */
  tag?: string;
  /** Part of the tag; for items that belong to several owners. */
  tagPart?: string;
  /** Only items first put after the item of this id. */
  after?: string;
  limit?: number;
}

/** Everything the outside world remembers, in one file, so that a restart forgets nothing. */
export class Store {
  /** Emits `changed` with the kind of the item. */
  readonly changes = new EventEmitter();
  private readonly db: DatabaseSync;

  constructor(path: string) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    this.db = new DatabaseSync(path);
    this.db.exec(schema);
    this.changes.setMaxListeners(0);
  }

  shelf<T extends { id: string }>(kind: string): Shelf<T> {
    return new Shelf<T>(this.db, kind, this.changes);
  }

  clear(): void {
    this.db.exec('DELETE FROM item');
    this.changes.emit('changed', 'everything');
  }

  close(): void {
    this.db.close();
  }
}

/** All items of one kind. Bodies are JSON; lists are newest first. */
export class Shelf<T extends { id: string }> {
  constructor(
    private readonly db: DatabaseSync,
    private readonly kind: string,
    private readonly changes: EventEmitter,
  ) {}

  put(item: T, tag = ''): T {
    this.db
      .prepare(
        `INSERT INTO item (kind, id, tag, body) VALUES (?, ?, ?, ?)
         ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
      )
      .run(this.kind, item.id, tag, JSON.stringify(item));
    this.changes.emit('changed', this.kind);
    return item;
  }

  get(id: string): T | undefined {
    return this.rows('kind = ? AND id = ?', [this.kind, id], 1)[0];
  }

  list({ tag, tagPart, after, limit = 100 }: Listing = {}): T[] {
    const conditions = ['kind = ?'];
    const values: SQLInputValue[] = [this.kind];
    const add = (condition: string, ...more: SQLInputValue[]) => {
      conditions.push(condition);
      values.push(...more);
    };
    if (tag !== undefined) add('tag = ?', tag);
    if (tagPart !== undefined) add('instr(tag, ?) > 0', tagPart);
    if (after !== undefined) {
      // Who asks for what came after a forgotten item has seen nothing of what is here now.
      const known = '(SELECT seq FROM item WHERE kind = ? AND id = ?)';
      add(`seq > coalesce(${known}, 0)`, this.kind, after);
    }
    return this.rows(conditions.join(' AND '), values, limit);
  }

  count(): number {
    const row = this.db.prepare('SELECT count(*) AS n FROM item WHERE kind = ?').get(this.kind);
    return Number(row?.['n'] ?? 0);
  }

  remove(id: string): void {
    this.db.prepare('DELETE FROM item WHERE kind = ? AND id = ?').run(this.kind, id);
    this.changes.emit('changed', this.kind);
  }

  clear(): void {
    this.db.prepare('DELETE FROM item WHERE kind = ?').run(this.kind);
    this.changes.emit('changed', this.kind);
  }

  /** Drops the oldest items, so that a load test cannot fill the disk. */
  keepNewest(count: number): void {
    this.db
      .prepare(
        `DELETE FROM item WHERE kind = ?1 AND seq <=
         (SELECT seq FROM item WHERE kind = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)`,
      )
      .run(this.kind, count);
  }

  private rows(where: string, values: SQLInputValue[], limit: number): T[] {
    return this.db
      .prepare(`SELECT body FROM item WHERE ${where} ORDER BY seq DESC LIMIT ?`)
      .all(...values, limit)
      .map((row) => JSON.parse(String(row['body'])) as T);
  }
}
