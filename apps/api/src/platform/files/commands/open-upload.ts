import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { setTimer } from '@kernel/timers';
import type { OpenUpload as Wanted, Upload } from '@wire/files';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { CONFIG, type Config } from '../../../config';
import { addFile, checkQuota } from '../adapters/file-rows';
import { partBytes, Storage, uploadSeconds } from '../adapters/storage';
import { accept } from '../domain/media-types';
import { unfinished } from './discard-unfinished';

const keptMs = 24 * 3_600_000;

/**
 * Somebody is about to send a file. Rejects files.type_refused, files.name_refused, files.over_quota,
 * files.storage_full.
 */
export class OpenUpload extends Command<Upload> {
  constructor(readonly wanted: Wanted) {
    super();
  }
}

@CommandHandler(OpenUpload)
export class OpenUploadHandler implements ICommandHandler<OpenUpload> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ wanted }: OpenUpload): Promise<Upload> {
    const mediaType = accept(wanted);
    const parts = Math.ceil(wanted.size / partBytes);
    const file = { ...wanted, id: randomUUIDv7(), mediaType, parts };
    const { uploadKey, urls } = await this.storage.open(file);
    // The links die by the machine's clock, whatever business time does.
    const expiresAt = new Date(Date.now() + uploadSeconds * 1_000).toISOString();
    const now = this.clock.now();
    await this.database.transaction(async (sql) => {
      const ownerId = this.context.actor.id;
      await checkQuota(sql, ownerId, wanted.size, this.config.FILES_QUOTA_MB * 1024 * 1024);
      await addFile(sql, { ...file, uploadKey, ownerId, createdAt: now.toISOString(), expiresAt });
      const dueAt = new Date(now.getTime() + keptMs).toISOString();
      await setTimer(sql, { kind: unfinished, key: file.id, dueAt });
    });
    return {
      id: file.id,
      partSize: partBytes,
      parts: urls.map((url, index) => ({ number: index + 1, url })),
      expiresAt,
    };
  }
}
