import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Database } from './database';
import { openedIn, openWith, partsOf, sealWith, subjectsIn } from './sealed';

/** Keys that wrap the keys of people: the first wraps, all unwrap. 32 bytes in base64. */
export interface Wrapping {
  readonly now: string;
  readonly before?: string | undefined;
}

interface Row {
  readonly wrapped: Buffer | null;
  readonly kek: string;
  readonly restricted_at: Date | null;
}

const ivBytes = 12;
const tagBytes = 16;
/** How long another process may still open what was erased here. */
const keptMs = 5_000;

const nameOf = (kek: Buffer): string =>
  createHash('sha256').update('guildhall.kek.v1').update(kek).digest('hex').slice(0, 16);

/**
 * One key per person. What a person wrote is kept under it wherever it outlives the person; the key
 * destroyed, no row, fact, export or backup of the text can be read any more.
 */
@Injectable()
export class SubjectKeys {
  private readonly keks: ReadonlyMap<string, Buffer>;
  private readonly current: string;
  private readonly held = new LRUCache<string, { key: Buffer | null }>({
    max: 20_000,
    ttl: keptMs,
  });

  constructor(
    private readonly database: Database,
    { now, before }: Wrapping,
  ) {
    const all = [now, ...(before ? [before] : [])].map((text) => Buffer.from(text, 'base64'));
    this.keks = new Map(all.map((kek) => [nameOf(kek), kek]));
    this.current = nameOf(all[0] ?? Buffer.alloc(0));
  }

  /** Sealed with this person's key, which is made when it is the first time. Nothing stays nothing. */
  async seal(subject: string, text: string): Promise<string> {
    if (text === '') return text;
    const key = (await this.find(subject)) ?? (await this.make(subject));
    // Nobody writes for a person whose key is gone; what still comes in is never readable.
    return sealWith(key ?? randomBytes(32), subject, text);
  }

  /** The text; what is not sealed is itself, what was erased is the sign for it. */
  async open(text: string): Promise<string> {
    const parts = partsOf(text);
    return parts ? openWith(await this.find(parts.subject), parts.subject, parts.sealed) : text;
  }

  /** An answer on its way out, with every sealed string of it opened. */
  async openAnswer(payload: string): Promise<string> {
    const keys = new Map<string, Buffer | null>();
    for (const subject of subjectsIn(payload)) keys.set(subject, await this.find(subject));
    return openedIn(payload, keys);
  }

  /** From now on nobody reads it; the key stays until the law lets it go. */
  async restrict(sql: Sql, subject: string, at: string): Promise<void> {
    await sql.query(
      `insert into subject_keys (subject_id, kek, restricted_at) values ($1, $2, $3)
        on conflict (subject_id) do update set restricted_at = excluded.restricted_at`,
      [subject, this.current, at],
    );
    this.held.delete(subject);
  }

  /** Gone for good, wherever the texts are. */
  async destroy(sql: Sql, subject: string, at: string): Promise<void> {
    await sql.query(
      `insert into subject_keys (subject_id, kek, destroyed_at) values ($1, $2, $3)
        on conflict (subject_id) do update set wrapped = null, destroyed_at = excluded.destroyed_at`,
      [subject, this.current, at],
    );
    this.held.delete(subject);
  }

  /** After a rotation: every key that the former one wraps is wrapped anew. Answers how many. */
  async rewrap(): Promise<number> {
    const rows = await this.database.query<{ subject_id: string; wrapped: Buffer; kek: string }>(
      `select subject_id, wrapped, kek from subject_keys
        where wrapped is not null and kek <> $1 and kek = any($2) limit 1000`,
      [this.current, [...this.keks.keys()]],
    );
    for (const { subject_id: subject, wrapped, kek } of rows)
      await this.database.query(
        'update subject_keys set wrapped = $2, kek = $3 where subject_id = $1 and kek = $4',
        [subject, this.wrap(subject, this.unwrap(subject, wrapped, kek)), this.current, kek],
      );
    return rows.length === 1_000 ? rows.length + (await this.rewrap()) : rows.length;
  }

  private async find(subject: string): Promise<Buffer | null> {
    const held = this.held.get(subject);
    if (held) return held.key;
    const [row] = await this.database.query<Row>(
      'select wrapped, kek, restricted_at from subject_keys where subject_id = $1',
      [subject],
      'subject_keys.find',
    );
    if (!row) return null;
    const { wrapped, kek, restricted_at: restrictedAt } = row;
    const key = wrapped && !restrictedAt ? this.unwrap(subject, wrapped, kek) : null;
    this.held.set(subject, { key });
    return key;
  }

  private async make(subject: string): Promise<Buffer | null> {
    await this.database.query(
      `insert into subject_keys (subject_id, wrapped, kek) values ($1, $2, $3)
        on conflict do nothing`,
      [subject, this.wrap(subject, randomBytes(32)), this.current],
    );
    return this.find(subject);
  }

  private wrap(subject: string, key: Buffer): Buffer {
    const iv = randomBytes(ivBytes);
    const kek = this.kek(this.current);
    const cipher = createCipheriv('aes-256-gcm', kek, iv).setAAD(Buffer.from(subject));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(subject: string, wrapped: Buffer, name: string): Buffer {
    const iv = wrapped.subarray(0, ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.kek(name), iv);
    decipher.setAAD(Buffer.from(subject)).setAuthTag(wrapped.subarray(-tagBytes));
    return Buffer.concat([decipher.update(wrapped.subarray(ivBytes, -tagBytes)), decipher.final()]);
  }

  private kek(name: string): Buffer {
    const kek = this.keks.get(name);
    if (!kek) throw new Error('a key was wrapped by another PRIVACY_KEY: set PRIVACY_PREVIOUS_KEY');
    return kek;
  }
}
