import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Clock } from '../clock/clock';
import { notFound } from '../core/problem';
import type { Shelf, Store } from '../core/store';

/** The files of the publishers; every name in them is made up. */
const files: Record<string, string> = {
  'sdn.xml': 'application/xml',
  'eu.xml': 'application/xml',
  'un.xml': 'application/xml',
  'peps.csv': 'text/csv; charset=utf-8',
};

interface Kept {
  id: string;
  text: string;
  changedAt: string;
}

export interface Published {
  readonly text: string;
  readonly type: string;
  readonly etag: string;
  readonly lastModified: string;
}

/** Lists as their authorities publish them, and as somebody changed them here. */
export class Lists {
  private readonly changed: Shelf<Kept>;
  private readonly began: string;

  constructor(
    store: Store,
    private readonly clock: Clock,
  ) {
    this.changed = store.shelf<Kept>('list');
    this.began = clock.now().toUTCString();
  }

  of(name: string): Published {
    const type = files[name];
    if (type === undefined) throw notFound('list');
    const kept = this.changed.get(name);
    const text = kept?.text ?? readFileSync(resolve('apps/sandbox/lists', name), 'utf8');
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 20)}"`;
    const lastModified = kept ? new Date(kept.changedAt).toUTCString() : this.began;
    return { text, type, etag, lastModified };
  }

  publish(name: string, text: string): Published {
    this.of(name);
    this.changed.put({ id: name, text, changedAt: this.clock.now().toISOString() });
    return this.of(name);
  }

  all() {
    return Object.keys(files).map((name) => {
      const { etag, lastModified, text } = this.of(name);
      return { name, etag, lastModified, bytes: Buffer.byteLength(text) };
    });
  }
}
