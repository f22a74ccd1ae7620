import * as wire from '@wire/approvals';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DecideApproval } from './commands/decide-approval';
import { ApprovalById } from './queries/approval-detail';
import { FindApprovals } from './queries/approvals';

@Controller('api/admin/approvals')
export class ApprovalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('read', 'Approval')
  @Returns(wire.approvalRows)
  find(@Query({ schema: wire.findApprovals }) filter: FindApprovals['filter']): Promise<unknown> {
    return this.queries.execute(new FindApprovals(filter));
  }

  @Get(':approvalId')
  @Can('read', 'Approval')
  @Returns(wire.approvalDetail)
  read(@Param('approvalId', { schema: id }) approvalId: string): Promise<wire.ApprovalDetail> {
    return this.queries.execute(new ApprovalById(approvalId));
  }

  @Post(':approvalId/approve')
  @HttpCode(204)
  @Can('decide', 'Approval')
  approve(
    @Param('approvalId', { schema: id }) approvalId: string,
    @Body({ schema: wire.decideApproval }) input: wire.DecideApproval,
  ): Promise<void> {
    return this.commands.execute(new DecideApproval(approvalId, 'approve', input));
  }

  @Post(':approvalId/deny')
  @HttpCode(204)
  @Can('decide', 'Approval')
  deny(
    @Param('approvalId', { schema: id }) approvalId: string,
    @Body({ schema: wire.decideApproval }) input: wire.DecideApproval,
  ): Promise<void> {
    return this.commands.execute(new DecideApproval(approvalId, 'deny', input));
  }
}
