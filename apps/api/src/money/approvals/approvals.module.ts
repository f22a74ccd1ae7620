import { Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller';
import { DecideApprovalHandler } from './commands/decide-approval';
import { MarkApprovalExecutedHandler, MarkApprovalFailedHandler } from './commands/mark-approval';
import { RequestApprovalHandler } from './commands/request-approval';
import { WaitForApproval } from './commands/wait-for-approval';
import { WatchApproval } from './policies/watch-approval';
import { ApprovalRows } from './projections/approval-rows';
import { ApprovalByIdHandler } from './queries/approval-detail';
import { FindApprovalsHandler } from './queries/approvals';
import { ApprovalCircumstanceHandler } from './queries/circumstance';

const commands = [
  RequestApprovalHandler,
  DecideApprovalHandler,
  MarkApprovalExecutedHandler,
  MarkApprovalFailedHandler,
  WaitForApproval,
];
const queries = [FindApprovalsHandler, ApprovalByIdHandler, ApprovalCircumstanceHandler];

@Module({
  controllers: [ApprovalsController],
  providers: [...commands, ...queries, WatchApproval, ApprovalRows],
})
export class ApprovalsModule {}
