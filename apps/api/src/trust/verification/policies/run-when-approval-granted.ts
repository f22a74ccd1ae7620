import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { ReturnToReview } from '../commands/return-to-review';
import { SettleVerification } from '../commands/settle-verification';

const action = 'verification.approve';

@Injectable()
@Policy('verification-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action: granted, payload }) => {
      if (granted !== action) return;
      const { verificationId, by } = payload as unknown as { verificationId: string; by: string };
      const settling = { decision: 'approve', reasons: [], by, approvalId } as const;
      await carryOut(this.commands, approvalId, new SettleVerification(verificationId, settling));
    },
    ApprovalDenied: (refused) => this.back(refused),
    ApprovalExpired: (refused) => this.back(refused),
  };

  private async back(refused: { approvalId: string; action: string }): Promise<void> {
    if (refused.action === action)
      await this.commands.execute(new ReturnToReview(refused.approvalId));
  }
}
