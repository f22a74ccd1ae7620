import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { FileView } from '@wire/files';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { completeFile, fileOf, type FileRow } from '../adapters/file-rows';
import { Storage, type Part } from '../adapters/storage';
import type { FileEvent } from '../domain/files.events';
import { headBytes, inspect } from '../domain/media-types';
import { FileOf } from '../queries/file-of';

/**
 * All parts were sent. Rejects files.not_found, files.incomplete, files.storage_full, and
 * files.disguised when the bytes are not what was claimed: then they are removed.
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
  ) {}

  /** Bytes are joined and read outside the transaction: that may take longer than one may. */
  async execute({ id, parts }: CompleteUpload): Promise<FileView> {
    const file = await fileOf(this.database, id, this.context.actor.id);
    if (!file.isComplete) {
      await this.storage.join(file, parts);
      await this.store(file, await this.inspected(file));
    }
    return this.queries.execute(new FileOf(id));
  }

  /** The sha256 of a file that is what it claims to be. */
  private async inspected(file: FileRow): Promise<string> {
    const hash = createHash('sha256');
    const start: Buffer[] = [];
    let taken = 0;
    for await (const chunk of (await this.storage.read(file)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (taken < headBytes) start.push(chunk.subarray(0, headBytes - taken));
      taken += chunk.length;
    }
    try {
      inspect(Buffer.concat(start), file.mediaType);
    } catch (refusal) {
      await this.storage.discard(file);
      throw refusal;
    }
    return hash.digest('hex');
  }

  private store({ id, ownerId, purpose, size }: FileRow, sha256: string): Promise<void> {
    const at = this.clock.now().toISOString();
    const { type, data }: FileEvent = {
      type: 'FileStored',
      data: { fileId: id, ownerId, purpose, size, sha256 },
    };
    return this.facts.commit(async (_, sql) => {
      const isNew = await completeFile(sql, { id, sha256, at });
      return { told: isNew ? [about('file', id, type, data)] : [] };
    });
  }
}
