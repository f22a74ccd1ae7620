import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { takeover } from '@kernel/jobs';
import { OnDue, setTimer } from '@kernel/timers';
import type { Sql } from '@eventstore/record';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { DropObject, KeepObject } from '../../../platform/files';
import { exportObject, findExport } from '../adapters/export-rows';
import type { AuditEvent } from '../domain/audit.events';
import { ExportMaker, type Produced } from './produce-export';

const keptMs = 30 * 86_400_000;
const expiry = 'audit-export-expiry';

/** Makes an approved export and keeps it for thirty days. A job that comes again begins anew. */
@Processor('exports', takeover)
export class KeepExport extends WorkerHost {
  constructor(
    private readonly maker: ExportMaker,
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {
    super();
  }

  process({ data }: Job<{ exportId: string }>): Promise<void> {
    return this.context.run({}, () => this.produce(data.exportId));
  }

  /** Throws while the log has no head yet; the job comes again. */
  private async produce(exportId: string): Promise<void> {
    const wanted = await findExport(this.database, exportId);
    if (wanted?.state !== 'producing') return;
    const head = await this.maker.head();
    if (!head) throw new Error('the log has no checkpoint yet');
    const produced = await this.maker.make(wanted, head, async (done, total) => {
      await this.database.query('update audit_exports set done = $2, total = $3 where id = $1', [
        ...[exportId, done, total],
      ]);
    });
    try {
      const { size, content } = await produced.folder.tar();
      await this.commands.execute(new KeepObject(exportObject(exportId), content));
      await this.tell(exportId, produced, size);
    } finally {
      await produced.folder.remove();
    }
  }

  private async tell(exportId: string, produced: Produced, size: number): Promise<void> {
    const { events, manifestSha256: manifestHash, checkpointSize } = produced;
    const expiresAt = new Date(this.clock.now().getTime() + keptMs).toISOString();
    const { type, data }: AuditEvent = {
      type: 'AuditExportProduced',
      data: { exportId, manifestHash, events, checkpointSize, size, expiresAt },
    };
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `update audit_exports set state = 'ready', size = $2, events = $3, manifest_sha256 = $4,
          checkpoint_size = $5, expires_at = $6 where id = $1`,
        [exportId, size, events, manifestHash, checkpointSize, expiresAt],
      );
      await setTimer(sql, { kind: expiry, key: exportId, dueAt: expiresAt });
      return { told: [about('export', exportId, type, data)] };
    });
  }
}

/** The bytes go; that there was an export stays in the record. */
@Injectable()
@OnDue(expiry)
export class ExpireExport {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: Facts,
  ) {}

  async due(exportId: string, _: unknown, sql: Sql): Promise<void> {
    await this.commands.execute(new DropObject(exportObject(exportId)));
    await sql.query("update audit_exports set state = 'expired' where id = $1", [exportId]);
    const { type, data }: AuditEvent = { type: 'AuditExportExpired', data: { exportId } };
    await this.facts.commit(async () => ({ told: [about('export', exportId, type, data)] }));
  }
}
