import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { exportAction } from '../commands/request-export';
import { RefuseExport, StartExport } from '../commands/start-export';

/** When compliance agrees, the export is made; when not, it says so. */
@Injectable()
@Policy('export-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ action, approvalId, payload, checkerId }) => {
      if (action !== exportAction) return;
      const start = new StartExport(String(payload['exportId']), approvalId, checkerId);
      await carryOut(this.commands, approvalId, start);
    },
    ApprovalDenied: ({ action, subject }) => this.refuse(action, subject),
    ApprovalExpired: ({ action, subject }) => this.refuse(action, subject),
  };

  private async refuse(action: string, subject: string): Promise<void> {
    if (action !== exportAction) return;
    await this.commands.execute(new RefuseExport(subject.slice('export-'.length)));
  }
}
