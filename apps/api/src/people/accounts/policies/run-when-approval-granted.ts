import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { GrantRoles } from '../commands/grant-roles';

@Injectable()
@Policy('roles-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      if (action !== 'role.grant') return;
      const { accountId, roles } = payload as unknown as GrantRoles;
      await carryOut(this.commands, approvalId, new GrantRoles(accountId, roles));
    },
  };
}
