import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { IssueRuling, ReturnRuling } from '../commands/issue-ruling';

const action = 'dispute.rule';
const disputeOf = (subject: string): string => subject.slice('dispute-'.length);

/** A second person looked at a ruling: it is issued, or the mediator has it back. */
@Injectable()
@Policy('rule-when-approval-granted')
export class RuleWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action: granted, checkerId, payload: input }) => {
      if (granted !== action) return;
      const approval = { id: approvalId, checkerId };
      await carryOut(this.commands, approvalId, new IssueRuling(input, approval));
    },
    ApprovalDenied: async ({ approvalId, action: denied, subject }) => {
      if (denied === action)
        await this.commands.execute(new ReturnRuling(disputeOf(subject), approvalId, 'denied'));
    },
    ApprovalExpired: async ({ approvalId, action: expired, subject }) => {
      if (expired === action)
        await this.commands.execute(new ReturnRuling(disputeOf(subject), approvalId, 'expired'));
    },
  };
}
