import { tarOf, tarSize, type Member } from '@eventstore/tar';
import { createHash, type Hash } from 'node:crypto';
import { open, mkdtemp, mkdir, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

interface Growing {
  readonly file: FileHandle;
  readonly path: string;
  readonly hash: Hash;
  size: number;
}

/** The files of an export while they grow; at the end one tar. Only its maker knows the folder. */
export class ExportFolder {
  private readonly growing = new Map<string, Growing>();

  private constructor(
    private readonly folder: string,
    private readonly prefix: string,
  ) {}

  static async open(prefix: string): Promise<ExportFolder> {
    return new ExportFolder(await mkdtemp(join(tmpdir(), 'guildhall-export-')), prefix);
  }

  async append(name: string, content: string | Buffer): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const known = this.growing.get(name) ?? (await this.begin(name));
    known.hash.update(bytes);
    known.size += bytes.length;
    if (bytes.length > 0) await known.file.write(bytes);
  }

  /** Size and SHA-256 of every file so far. */
  files(): Record<string, { size: number; sha256: string }> {
    const entries = [...this.growing].map(([name, { size, hash }]) => [
      name,
      { size, sha256: hash.copy().digest('hex') },
    ]);
    return Object.fromEntries(entries) as Record<string, { size: number; sha256: string }>;
  }

  /** Everything in one container, in the order in which it was begun. */
  async tar(): Promise<{ size: number; content: Readable }> {
    for (const { file } of this.growing.values()) await file.close();
    const members = [...this.growing].map(([name, { path, size }]): Member => ({
      name: `${this.prefix}/${name}`,
      path,
      size,
    }));
    return {
      size: tarSize(members),
      content: Readable.from(tarOf(members), { objectMode: false }),
    };
  }

  async remove(): Promise<void> {
    for (const { file } of this.growing.values()) await file.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }

  private async begin(name: string): Promise<Growing> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), { recursive: true });
    const fresh = { file: await open(path, 'w'), path, hash: createHash('sha256'), size: 0 };
    this.growing.set(name, fresh);
    return fresh;
  }
}
