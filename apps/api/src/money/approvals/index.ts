export { carryOut, MarkApprovalExecuted, MarkApprovalFailed } from './commands/mark-approval';
export { RequestApproval, type Proposal } from './commands/request-approval';
export { approvalEvents, type ApprovalEvent } from './domain/approvals.events';
