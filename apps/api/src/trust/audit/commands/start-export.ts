import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AuditEvent } from '../domain/audit.events';

/** Compliance agreed: a job makes the export. Said twice is done once. */
export class StartExport extends Command<void> {
  constructor(
    readonly exportId: string,
    readonly approvalId: string,
    readonly approvedBy: string,
  ) {
    super();
  }
}

@CommandHandler(StartExport)
export class StartExportHandler implements ICommandHandler<StartExport> {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
  ) {}

  async execute({ exportId, approvalId, approvedBy }: StartExport): Promise<void> {
    const { type, data }: AuditEvent = {
      type: 'AuditExportApproved',
      data: { exportId, approvalId, approvedBy },
    };
    await this.facts.commit(async (_, sql) => {
      const [known] = await sql.query<{ state: string }>(
        'select state from audit_exports where id = $1 for update',
        [exportId],
      );
      if (!known) return reject('audit.not_found');
      if (known.state !== 'awaiting_approval') return { told: [] };
      await sql.query("update audit_exports set state = 'producing' where id = $1", [exportId]);
      await this.jobs.add(sql, 'exports', 'produce', { exportId }, { id: `export-${exportId}` });
      return { told: [about('export', exportId, type, data)] };
    });
  }
}

/** Compliance refused, or nobody decided in time. */
export class RefuseExport extends Command<void> {
  constructor(readonly exportId: string) {
    super();
  }
}

@CommandHandler(RefuseExport)
export class RefuseExportHandler implements ICommandHandler<RefuseExport> {
  constructor(private readonly database: Database) {}

  async execute({ exportId }: RefuseExport): Promise<void> {
    await this.database.query(
      "update audit_exports set state = 'denied' where id = $1 and state = 'awaiting_approval'",
      [exportId],
    );
  }
}
