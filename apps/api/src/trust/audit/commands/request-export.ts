import { sha256 } from '@eventstore/chain';
import type * as wire from '@wire/audit';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';
import { RequestApproval } from '../../../money/approvals';
import type { AuditEvent } from '../domain/audit.events';

type Requested = z.infer<typeof wire.exportRequested>;

/** The name under which compliance decides about exports. */
export const exportAction = 'audit.export';

/** Somebody wants a copy of the record; compliance has to agree. Rejects audit.bad_period. */
export class RequestExport extends Command<Requested> {
  constructor(readonly wanted: wire.RequestExport) {
    super();
  }
}

@CommandHandler(RequestExport)
export class RequestExportHandler implements ICommandHandler<RequestExport> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ wanted: { scope, purpose } }: RequestExport): Promise<Requested> {
    if (scope.kind === 'period' && scope.from >= scope.to) reject('audit.bad_period');
    const id = randomUUIDv7();
    const requestedBy = this.context.actor.id;
    const { type, data }: AuditEvent = {
      type: 'AuditExportRequested',
      data: {
        exportId: id,
        requestedBy,
        scope,
        purposeHash: sha256(`${id}\n${purpose}`).toString('hex'),
        purposeLength: purpose.length,
      },
    };
    // Asked first: when it may not be asked, nothing of the export is written.
    const { approvalId } = await this.commands.execute(
      new RequestApproval({
        action: exportAction,
        subject: `export-${id}`,
        payload: { exportId: id },
        beneficiaries: [],
        reason: purpose,
        requiredPermission: 'approve AuditExport',
        makerPermission: 'request AuditExport',
      }),
    );
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into audit_exports (id, approval_id, requested_by, scope, purpose, state, requested_at)
          values ($1, $2, $3, $4, $5, 'awaiting_approval', $6)`,
        [
          id,
          approvalId,
          requestedBy,
          JSON.stringify(scope),
          purpose,
          this.clock.now().toISOString(),
        ],
      );
      return { told: [about('export', id, type, data)] };
    });
    return { id, approvalId };
  }
}
