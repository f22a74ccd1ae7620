import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { ChangeRetention, retentionAction } from '../commands/change-retention';
import { ErasePerson } from '../commands/erase-person';

@Injectable()
@Policy('privacy-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      if (action === retentionAction) {
        const { kind, years } = payload as unknown as { kind: string; years: number };
        await carryOut(this.commands, approvalId, new ChangeRetention(kind, years, approvalId));
      }
      if (action !== 'privacy.erase') return;
      const { accountId } = payload as unknown as { accountId: string };
      await carryOut(this.commands, approvalId, new ErasePerson(accountId, approvalId));
    },
  };
}
