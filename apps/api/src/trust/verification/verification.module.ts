import { Module } from '@nestjs/common';
import { CompanyRegister } from './adapters/company-register';
import { IdentityProvider } from './adapters/identity-provider';
import { AdminVerificationController } from './admin-verification.controller';
import { AskProvider } from './commands/ask-provider';
import { AskRegisterHandler } from './commands/ask-register';
import { AskTierBeforeLeaving } from './commands/ask-tier-before-leaving';
import { ConfirmIdentityHandler } from './commands/confirm-identity';
import { DecideVerificationHandler } from './commands/decide-verification';
import { ReceiveWordHandler } from './commands/receive-word';
import { ReturnToReviewHandler } from './commands/return-to-review';
import { SettleVerificationHandler } from './commands/settle-verification';
import { SubmitVerificationHandler } from './commands/submit-verification';
import { TakeFindingHandler } from './commands/take-finding';
import { EndWaiting, WatchExpiry } from './commands/watch-the-time';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { IdentityOfHandler } from './queries/identity-of';
import { MyVerificationHandler } from './queries/my-verification';
import { TierOfHandler } from './queries/tier-of';
import { TellVerification } from './queries/what-is-kept';
import {
  FindVerificationsHandler,
  LinkToPaperHandler,
  VerificationByIdHandler,
} from './queries/verifications';
import { VerificationController } from './verification.controller';

const commands = [
  SubmitVerificationHandler,
  AskProvider,
  AskRegisterHandler,
  ReceiveWordHandler,
  TakeFindingHandler,
  SettleVerificationHandler,
  DecideVerificationHandler,
  ReturnToReviewHandler,
  ConfirmIdentityHandler,
  AskTierBeforeLeaving,
  EndWaiting,
  WatchExpiry,
];
const queries = [
  MyVerificationHandler,
  FindVerificationsHandler,
  VerificationByIdHandler,
  LinkToPaperHandler,
  TierOfHandler,
  IdentityOfHandler,
  TellVerification,
];

@Module({
  controllers: [VerificationController, AdminVerificationController],
  providers: [IdentityProvider, CompanyRegister, ...commands, ...queries, RunWhenApprovalGranted],
})
export class VerificationModule {}
