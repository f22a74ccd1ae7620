import type { Line } from '@kernel/belongings';
import { row } from '@kernel/csv';
import { createHash } from 'node:crypto';
import { pipeline, Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';

interface Listed {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Rows of a table; files have none. */
  readonly rows?: number;
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function csvOf(lines: readonly Line[]): string {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows = lines.map((line) => row(names.map((name) => asText(line[name]))));
  return names.length === 0 ? '' : row(names) + rows.join('');
}

/** Streams a ZIP; whatever goes in is listed, with its hash, in the manifest that closes it. */
export class OwnArchive {
  private readonly zip = new ZipFile();
  private readonly listed: Listed[] = [];
  private bytes = 0;
  private manifestHash = '';
  readonly content: Readable;

  constructor() {
    const count = new Transform({
      transform: (chunk: Buffer, _, done) => {
        this.bytes += chunk.length;
        done(null, chunk);
      },
    });
    this.zip.on('error', (error: Error) => count.destroy(error));
    this.content = (this.zip.outputStream as Readable).pipe(count);
  }

  get size(): number {
    return this.bytes;
  }
  get files(): number {
    return this.listed.length;
  }
  get manifestSha256(): string {
    return this.manifestHash;
  }

  table(path: string, lines: readonly Line[]): void {
    this.text(`${path}.json`, `${JSON.stringify(lines, null, 2)}\n`, lines.length);
    this.text(`${path}.csv`, csvOf(lines), lines.length);
  }

  /** Opened when its turn has come, so that no more than one is open. */
  file(path: string, open: () => Promise<Readable>): void {
    this.zip.addReadStreamLazy(path, (give) => {
      const hashed = this.hashed(path);
      open().then(
        (from) => {
          // What cannot be read to its end ends the whole: half a copy is none.
          pipeline(from, hashed, (error) => error && this.content.destroy(error));
          give(null, hashed);
        },
        (error: unknown) => give(error, hashed),
      );
    });
  }

  /** The manifest is written when all that it lists has been. */
  close(about: Readonly<Record<string, unknown>>): void {
    this.zip.addReadStreamLazy('manifest.json', (give) => {
      const text = `${JSON.stringify({ ...about, files: this.listed }, null, 2)}\n`;
      this.manifestHash = createHash('sha256').update(text).digest('hex');
      give(null, Readable.from([Buffer.from(text)]));
    });
    this.zip.end();
  }

  private text(path: string, text: string, rows: number): void {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.listed.push({ path, size: bytes.length, sha256, rows });
    this.zip.addBuffer(bytes, path);
  }

  private hashed(path: string): Transform {
    const hash = createHash('sha256');
    let size = 0;
    return new Transform({
      transform: (chunk: Buffer, _, done) => {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
      flush: (done) => {
        this.listed.push({ path, size, sha256: hash.digest('hex') });
        done();
      },
    });
  }
}
