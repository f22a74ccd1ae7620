import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { takeover } from '@kernel/jobs';
import { reject, Rejection } from '@kernel/reject';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { Scanner } from '../adapters/scanner';
import { Storage } from '../adapters/storage';

/**
 * Looks inside a file. Rejects files.infected when it harms whoever opens it: then its bytes are gone
 * and the record says so. Throws ScannerGone while nobody can look.
 */
export class ScanFile extends Command<void> {
  constructor(readonly id: string) {
    super();
  }
}

interface Row {
  upload_key: string;
  owner_id: string;
}

@CommandHandler(ScanFile)
export class ScanFileHandler implements ICommandHandler<ScanFile> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly scanner: Scanner,
  ) {}

  async execute({ id }: ScanFile): Promise<void> {
    const [file] = await this.database.query<Row>(
      `select upload_key, owner_id from files
        where id = $1 and checked_at is null and refused_for is null`,
      [id],
    );
    if (!file) return;
    const found = await this.scanner.find(await this.storage.read({ id }));
    if (found === null) await this.release(id);
    else await this.refuse(id, file, found);
  }

  /** A file that is not complete yet is released when it is. */
  private async release(id: string): Promise<void> {
    await this.database.query(
      'update files set checked_at = $2 where id = $1 and completed_at is not null',
      [id, this.clock.now().toISOString()],
    );
  }

  private async refuse(
    id: string,
    { upload_key: uploadKey, owner_id: ownerId }: Row,
    found: string,
  ) {
    await this.facts.commit(async (_, sql) => {
      const changed = await sql.query(
        `update files set refused_for = $2 where id = $1 and refused_for is null returning id`,
        [id, found],
      );
      const fact = { fileId: id, ownerId, found };
      return { told: changed.length > 0 ? [about('file', id, 'FileRefused', fact)] : [] };
    });
    await this.storage.discard({ id, uploadKey });
    reject('files.infected');
  }
}

/** Files that came while nobody could look inside. */
@Processor('scans', takeover)
export class ScanJobs extends WorkerHost {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  async process({ data }: Job<{ id: string }>): Promise<void> {
    await this.context
      .run({}, () => this.commands.execute(new ScanFile(data.id)))
      .catch((error: unknown) => {
        // That it is infected is known now, and no repetition would make it better.
        if (!(error instanceof Rejection)) throw error;
      });
  }
}
