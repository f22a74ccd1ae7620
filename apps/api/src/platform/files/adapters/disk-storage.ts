import { CONFIG, type Config } from '../../../config';
import { reject, Rejection } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUIDv7 } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SignedLinks } from './signed-links';
import {
  downloadSeconds,
  partBytes,
  Storage,
  uploadSeconds,
  type Part,
  type StoredFile,
} from './storage';

/** Where links of this storage lead; disk-routes.ts answers there. */
export const partPath = '/api/files/parts';
export const contentPath = '/api/files/stored';

export interface DiskPart {
  readonly id: string;
  readonly number: number;
  /** Bytes: no more and no less are taken. */
  readonly size: number;
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const cutShort = new Set(['ENOENT', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Files in a folder. Nothing half-written has a final name. */
@Injectable()
export class DiskStorage extends Storage {
  private readonly folder: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly links: SignedLinks,
  ) {
    super();
    this.folder = config.FILES_DIR;
  }

  override async open({ id, parts, size }: Omit<StoredFile, 'uploadKey'>) {
    await guarded(() => mkdir(this.upload(id), { recursive: true }));
    const urls = Array.from({ length: parts }, (_, index) =>
      this.links.sign(partPath, uploadSeconds, {
        file: id,
        part: String(index + 1),
        size: String(sizeOfPart(size, parts, index + 1)),
      }),
    );
    return { uploadKey: id, urls };
  }

  /**
   * Takes the bytes of one part and answers their hash as its etag. Rejects files.too_large and
   * files.incomplete when the size is another, files.storage_full; nothing of it stays then.
   */
  async write({ id, number, size }: DiskPart, body: Readable): Promise<string> {
    const path = join(this.upload(id), String(number));
    const draft = draftOf(path);
    const hash = createHash('sha256');
    let taken = 0;
    const count = new Transform({
      transform(chunk: Buffer, _, done) {
        taken += chunk.length;
        hash.update(chunk);
        done(taken > size ? new TooMuch() : null, chunk);
      },
    });
    try {
      // A body that is refused stays open: closing it would cut the answer off.
      const chunks = body.iterator({ destroyOnReturn: false });
      await pipeline(chunks, count, createWriteStream(draft));
      if (taken !== size) return reject('files.incomplete');
      await rename(draft, path);
      return hash.digest('hex');
    } catch (error) {
      await rm(draft, { force: true });
      // Whatever else of it arrives is dropped: the connection has other requests to carry.
      body.resume();
      if (error instanceof TooMuch) return reject('files.too_large');
      throw refusal(error);
    }
  }

  override async join(
    { id, parts: count, size }: StoredFile,
    parts: readonly Part[],
  ): Promise<void> {
    const target = this.target(id);
    if ((await sizeOf(target)) === size) return;
    const draft = draftOf(target);
    try {
      await mkdir(join(target, '..'), { recursive: true });
      for (let number = 1; number <= count; number += 1) {
        const etag = parts.find((part) => part.number === number)?.etag;
        await this.attach(join(this.upload(id), String(number)), draft, etag);
      }
      if ((await stat(draft)).size !== size) reject('files.incomplete');
      await flushed(draft);
      await rename(draft, target);
      await rm(this.upload(id), { recursive: true, force: true });
    } catch (error) {
      await rm(draft, { force: true });
      throw refusal(error);
    }
  }

  override read({ id }: Pick<StoredFile, 'id'>): Promise<Readable> {
    return Promise.resolve(createReadStream(this.target(id)));
  }

  override async discard({ id }: Pick<StoredFile, 'id'>): Promise<void> {
    await rm(this.upload(id), { recursive: true, force: true });
    await rm(this.target(id), { force: true });
  }

  override link({ id, name, mediaType }: Pick<StoredFile, 'id' | 'name' | 'mediaType'>) {
    const stated = { file: id, name, mediaType };
    return Promise.resolve(this.links.sign(contentPath, downloadSeconds, stated));
  }

  override replace({ id }: Pick<StoredFile, 'id'>, content: Buffer): Promise<void> {
    return this.put(this.target(id), content);
  }

  override keep(name: string, content: Buffer | Readable): Promise<void> {
    return this.put(this.place(name), content);
  }

  override async kept(name: string): Promise<Readable | null> {
    const target = this.place(name);
    return (await sizeOf(target)) === undefined ? null : createReadStream(target);
  }

  override async drop(name: string): Promise<void> {
    await rm(this.place(name), { force: true });
  }

  /** Bytes of a stored file; undefined when it is not there. */
  size(id: string): Promise<number | undefined> {
    return sizeOf(this.target(id));
  }

  private async put(target: string, content: Buffer | Readable): Promise<void> {
    const draft = draftOf(target);
    try {
      await mkdir(join(target, '..'), { recursive: true });
      await pipeline(content instanceof Buffer ? [content] : content, createWriteStream(draft));
      await flushed(draft);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw refusal(error);
    }
  }

  private async attach(part: string, draft: string, etag: string | undefined): Promise<void> {
    const hash = createHash('sha256');
    const watch = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(createReadStream(part), watch, createWriteStream(draft, { flags: 'a' }));
    if (hash.digest('hex') !== etag?.replaceAll('"', '')) reject('files.incomplete');
  }

  private upload(id: string): string {
    return join(this.folder, 'uploads', id);
  }

  private place(name: string): string {
    return join(this.folder, 'kept', name);
  }

  /** The end of a UUIDv7 is random: folders fill evenly. */
  private target(id: string): string {
    return join(this.folder, 'stored', id.slice(-2), id);
  }
}

/** Two requests for the same file write apart; the one that is whole is renamed. */
const draftOf = (path: string): string => `${path}.${randomUUIDv7()}`;

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

class TooMuch extends Error {}

async function flushed(path: string): Promise<void> {
  const file = await open(path);
  await file.sync().finally(() => file.close());
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    throw refusal(error);
  });
}

/** A full disk, a missing part and a sender that went away, in words of ours. */
function refusal(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (full.has(code)) return new Rejection('files.storage_full');
  return cutShort.has(code) ? new Rejection('files.incomplete') : error;
}

/** Size of a part: full but for the last. */
const sizeOfPart = (size: number, parts: number, number: number): number =>
  number < parts ? partBytes : size - partBytes * (parts - 1);
