import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { UnrestrictWallet } from '../commands/lift-restriction';

@Injectable()
@Policy('unrestrict-when-approval-granted')
export class UnrestrictWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      if (action !== 'wallet.unrestrict') return;
      const { accountId } = payload as { accountId: string };
      await carryOut(this.commands, approvalId, new UnrestrictWallet(accountId, approvalId));
    },
  };
}
