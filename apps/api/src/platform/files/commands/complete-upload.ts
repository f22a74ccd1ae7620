import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { FileView } from '@wire/files';
import { Jobs } from '@kernel/jobs';
import { Rejection } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { examine, needsAll } from '../adapters/examine';
import { completeFile, fileOf, type FileRow } from '../adapters/file-rows';
import { ScannerGone } from '../adapters/scanner';
import { Storage, type Part } from '../adapters/storage';
import type { FileEvent } from '../domain/files.events';
import { headBytes } from '../domain/media-types';
import { FileOf } from '../queries/file-of';
import { ScanFile } from './scan-file';

/**
 * All parts were sent. Rejects files.not_found, files.incomplete, files.storage_full; files.disguised,
 * files.picture_refused, files.archive_refused and files.infected when the bytes are not what was
 * claimed: then they are removed. While nobody can look inside, a file is stored and not given out.
 */
export class CompleteUpload extends Command<FileView> {
  constructor(
    readonly id: string,
    readonly parts: readonly Part[],
  ) {
    super();
  }
}

@CommandHandler(CompleteUpload)
export class CompleteUploadHandler implements ICommandHandler<CompleteUpload> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly jobs: Jobs,
  ) {}

  /** Bytes are joined and read outside the transaction: that may take longer than one may. */
  async execute({ id, parts }: CompleteUpload): Promise<FileView> {
    const file = await fileOf(this.database, id, this.context.actor.id);
    if (!file.isComplete) {
      await this.storage.join(file, parts);
      const kept = await this.examined(file);
      await this.store(file, kept, await this.isClean(file));
    }
    return this.queries.execute(new FileOf(id));
  }

  /** Hash and size of a file that is what it claims to be, drawn anew where it is a picture to show. */
  private async examined(file: FileRow): Promise<Kept> {
    try {
      const { head, sha256 } = await this.read(file);
      const instead = await examine(head, file);
      if (!instead) return { sha256, size: file.size };
      await this.storage.replace(file, instead);
      return { sha256: createHash('sha256').update(instead).digest('hex'), size: instead.length };
    } catch (refusal) {
      if (refusal instanceof Rejection) await this.storage.discard(file);
      throw refusal;
    }
  }

  private async read(file: FileRow): Promise<{ head: Buffer; sha256: string }> {
    const most = needsAll(file.mediaType) ? file.size : headBytes;
    const hash = createHash('sha256');
    const start: Buffer[] = [];
    let taken = 0;
    for await (const chunk of (await this.storage.read(file)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (taken < most) start.push(chunk.subarray(0, most - taken));
      taken += chunk.length;
    }
    return { head: Buffer.concat(start), sha256: hash.digest('hex') };
  }

  /** False while nobody can look inside. Rejects files.infected; then the bytes are gone. */
  private async isClean(file: FileRow): Promise<boolean> {
    try {
      await this.commands.execute(new ScanFile(file.id));
      return true;
    } catch (error) {
      if (error instanceof ScannerGone) return false;
      throw error;
    }
  }

  private store(file: FileRow, { sha256, size }: Kept, isChecked: boolean): Promise<void> {
    const { id, ownerId, purpose } = file;
    const at = this.clock.now().toISOString();
    const { type, data }: FileEvent = {
      type: 'FileStored',
      data: { fileId: id, ownerId, purpose, size, sha256 },
    };
    return this.facts.commit(async (_, sql) => {
      const isNew = await completeFile(sql, { id, sha256, size, at, isChecked });
      if (isNew && !isChecked)
        await this.jobs.add(sql, 'scans', 'scan', { id }, { id: `scan-${id}` });
      return { told: isNew ? [about('file', id, type, data)] : [] };
    });
  }
}

interface Kept {
  readonly sha256: string;
  readonly size: number;
}
