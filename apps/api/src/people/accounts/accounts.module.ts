import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Global, Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { ForgetAccount } from './commands/forget-person';
import { AccountSchema } from './adapters/account';
import { Challenges } from './adapters/challenges';
import { Codes } from './adapters/codes';
import { Sessions } from './adapters/sessions';
import { StepUp } from './adapters/step-up';
import { Texts } from './adapters/texts';
import { Texting } from './adapters/twilio';
import { AdminAccountsController } from './admin-accounts.controller';
import { AppointStaffHandler } from './commands/appoint-staff';
import { AskPhoneCodeHandler, AskStepUpHandler } from './commands/ask-code';
import { ChangeAccountHandler } from './commands/change-account';
import { ConfirmAccountHandler } from './commands/confirm-account';
import { EndSessionHandler, LogOutHandler } from './commands/end-session';
import { GrantRolesHandler } from './commands/grant-roles';
import { LogInHandler } from './commands/log-in';
import { ProposeRolesHandler } from './commands/propose-roles';
import { RefreshSessionHandler } from './commands/refresh-session';
import { RegisterAccountHandler } from './commands/register-account';
import { ResendVerificationHandler } from './commands/resend-verification';
import { SignIn } from './commands/sign-in';
import { VerifyEmailHandler } from './commands/verify-email';
import { VerifyPhoneHandler } from './commands/verify-phone';
import { VerifyStepUpHandler } from './commands/verify-step-up';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { AccountActivity } from './projections/account-activity';
import { CodeOfHandler } from './queries/code-of';
import { AccountDetailHandler, FindAccountsHandler } from './queries/find-accounts';
import { MyAccountHandler } from './queries/my-account';
import { ReadersOfHandler } from './queries/readers-of';
import { SessionsOfHandler } from './queries/sessions-of';
import { StaffOfHandler } from './queries/staff-of';
import { StaffWhoHandler } from './queries/staff-who';
import { ViewerOfHandler } from './queries/viewer-of';

const commands = [
  AppointStaffHandler,
  AskPhoneCodeHandler,
  AskStepUpHandler,
  ChangeAccountHandler,
  ConfirmAccountHandler,
  EndSessionHandler,
  GrantRolesHandler,
  LogInHandler,
  LogOutHandler,
  ProposeRolesHandler,
  RefreshSessionHandler,
  RegisterAccountHandler,
  ResendVerificationHandler,
  VerifyEmailHandler,
  VerifyPhoneHandler,
  VerifyStepUpHandler,
];
const queries = [
  AccountDetailHandler,
  CodeOfHandler,
  FindAccountsHandler,
  MyAccountHandler,
  ReadersOfHandler,
  StaffOfHandler,
  SessionsOfHandler,
  StaffWhoHandler,
  ViewerOfHandler,
];

/** Global for `StepUp`, which every risky command asks. */
@Global()
@Module({
  imports: [MikroOrmModule.forFeature([AccountSchema])],
  controllers: [AccountsController, AdminAccountsController],
  providers: [
    ForgetAccount,
    ...commands,
    ...queries,
    AccountActivity,
    Challenges,
    Codes,
    RunWhenApprovalGranted,
    Sessions,
    SignIn,
    StepUp,
    Texting,
    Texts,
  ],
  exports: [StepUp],
})
export class AccountsModule {}
