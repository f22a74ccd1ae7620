import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { elevationAction } from '../commands/ask-elevation';
import { BeginElevation, RefuseElevation } from '../commands/run-elevation';

/** When somebody else agrees, the role is lent; when not, it says so. */
@Injectable()
@Policy('lend-when-approval-granted')
export class LendWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ action, approvalId, payload }) => {
      if (action !== elevationAction) return;
      const { elevationId, accountId, role } = payload as unknown as BeginElevation;
      const begin = new BeginElevation(elevationId, accountId, role);
      await carryOut(this.commands, approvalId, begin);
    },
    ApprovalDenied: ({ action, approvalId }) => this.refuse(action, approvalId),
    ApprovalExpired: ({ action, approvalId }) => this.refuse(action, approvalId),
  };

  private async refuse(action: string, approvalId: string): Promise<void> {
    if (action === elevationAction) await this.commands.execute(new RefuseElevation(approvalId));
  }
}
