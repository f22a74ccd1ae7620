import type { Money } from '@money';
import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { GiveGoodwill } from '../commands/give-goodwill';
import { StartRefund } from '../commands/refund-for-client';

@Injectable()
@Policy('refund-when-approval-granted')
export class RefundWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      const amount = payload['amount'] as Money;
      if (action === 'refund.large') {
        const refund = new StartRefund(String(payload['depositId']), amount, approvalId);
        await carryOut(this.commands, approvalId, refund);
      }
      if (action === 'refund.goodwill') {
        const gift = new GiveGoodwill(String(payload['contractId']), amount, approvalId);
        await carryOut(this.commands, approvalId, gift);
      }
    },
  };
}
