import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { CloseCase, ReopenCase } from '../commands/resolve-case';
import { FileReport, ReturnReport } from '../commands/write-report';

interface Confirming {
  readonly caseId: string;
  readonly disposition: CloseCase['closing']['disposition'];
  readonly by: string;
}

/** Two people agreed, or the second one did not: then it is open again, or a draft. */
@Injectable()
@Policy('screening-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload, checkerId }) => {
      if (action === 'screening.confirm') {
        const { caseId, disposition, by } = payload as unknown as Confirming;
        const close = new CloseCase(caseId, { disposition, by, approvalId });
        await carryOut(this.commands, approvalId, close);
      }
      if (action === 'screening.file') {
        const { reportId } = payload as unknown as { reportId: string };
        const file = new FileReport(reportId, approvalId, checkerId);
        await carryOut(this.commands, approvalId, file);
      }
    },
    ApprovalDenied: (refused) => this.back(refused),
    ApprovalExpired: (refused) => this.back(refused),
  };

  private async back({ approvalId, action }: { approvalId: string; action: string }) {
    if (action === 'screening.confirm') await this.commands.execute(new ReopenCase(approvalId));
    if (action === 'screening.file') await this.commands.execute(new ReturnReport(approvalId));
  }
}
