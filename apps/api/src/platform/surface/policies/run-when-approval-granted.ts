import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../../money/approvals';
import { grantedRule, PutIpRule } from '../commands/put-ip-rule';

@Injectable()
@Policy('surface-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async ({ approvalId, action, payload }) => {
      if (action !== 'ip-rule.add') return;
      const { by, ...rule } = grantedRule.parse(payload);
      const wish = { key: approvalId, approvalId };
      await carryOut(this.commands, approvalId, new PutIpRule(rule, by, wish));
    },
  };
}
