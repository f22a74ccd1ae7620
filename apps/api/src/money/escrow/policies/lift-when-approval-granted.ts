import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { LiftHold } from '../commands/lift-hold';

@Injectable()
@Policy('escrow-lift-when-approval-granted')
export class LiftWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      if (action !== 'hold.lift') return;
      const { contractId, holdId } = payload as { contractId: string; holdId: string };
      await carryOut(this.commands, approvalId, new LiftHold(contractId, holdId, approvalId));
    },
  };
}
