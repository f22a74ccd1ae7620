import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Readable } from 'node:stream';
import { KeptObject } from '../../../platform/files';
import { exportObject, findExport } from '../adapters/export-rows';
import type { AuditEvent } from '../domain/audit.events';

interface Taken {
  readonly name: string;
  readonly content: Readable;
}

/** Somebody takes an export away, which is told. Rejects audit.not_found, .not_ready, .expired. */
export class TakeExport extends Command<Taken> {
  constructor(readonly exportId: string) {
    super();
  }
}

@CommandHandler(TakeExport)
export class TakeExportHandler implements ICommandHandler<TakeExport> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ exportId }: TakeExport): Promise<Taken> {
    const found = (await findExport(this.database, exportId)) ?? reject('audit.not_found');
    if (found.state === 'expired') reject('audit.expired');
    if (found.state !== 'ready') reject('audit.not_ready');
    const content = await this.queries.execute(new KeptObject(exportObject(exportId)));
    if (!content) return reject('audit.expired');
    const { type, data }: AuditEvent = {
      type: 'AuditExportDownloaded',
      data: { exportId, downloadedBy: this.context.actor.id },
    };
    await this.facts.commit(async (_, sql) => {
      await sql.query('update audit_exports set downloads = downloads + 1 where id = $1', [
        exportId,
      ]);
      return { told: [about('export', exportId, type, data)] };
    });
    return { name: `export-${exportId}.tar`, content };
  }
}
