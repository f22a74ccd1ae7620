import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly parts: number;
  /** What the storage needs to find the upload again. */
  readonly uploadKey: string;
}

export interface Part {
  readonly number: number;
  readonly etag: string;
}

/** Bytes of one part, and how long its URLs live. S3 takes no smaller part but the last. */
export const partBytes = 5 * 1024 * 1024;
export const uploadSeconds = 3_600;
export const downloadSeconds = 300;

/**
 * Where files live. The browser does the same with both adapters: PUT each part to its URL, keep
 * the `etag` of the answer, complete.
 */
export abstract class Storage {
  /** Begins an upload; answers its key and one signed URL for each part. */
  abstract open(
    file: Omit<StoredFile, 'uploadKey'>,
  ): Promise<{ uploadKey: string; urls: string[] }>;
  /** Joins the parts. Rejects files.incomplete when one is missing or another than was sent. */
  abstract join(file: StoredFile, parts: readonly Part[]): Promise<void>;
  /** Keeps other bytes under the same id, whole or not at all. */
  abstract replace(file: Pick<StoredFile, 'id' | 'mediaType'>, content: Buffer): Promise<void>;
  abstract read(file: Pick<StoredFile, 'id'>): Promise<Readable>;
  /** Removes every byte of a file, complete or not. Removing twice is fine. */
  abstract discard(file: Pick<StoredFile, 'id' | 'uploadKey'>): Promise<void>;
  /** A URL that dies after five minutes. */
  abstract link(file: Pick<StoredFile, 'id' | 'name' | 'mediaType'>): Promise<string>;

  /** Puts what the house itself makes under a name, whole or not at all; an older one is replaced. */
  abstract keep(name: string, content: Buffer | Readable): Promise<void>;
  /** What is kept under a name, from its beginning; null when there is nothing. */
  abstract kept(name: string): Promise<Readable | null>;
  /** Removing what is not there is fine. */
  abstract drop(name: string): Promise<void>;
}

/** RFC 6266: a plain name for old clients, the real one for all others. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const escape = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, escape);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
