import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Global, Module } from '@nestjs/common';
import { TellAccount } from './queries/what-is-kept';
import { AccountsController } from './accounts.controller';
import { EndStaffSessionHandler } from './commands/end-staff-session';
import { ExpireSessions } from './commands/expire-sessions';
import { ForgetAccount } from './commands/forget-person';
import { AccountSchema } from './adapters/account';
import { Challenges } from './adapters/challenges';
import { Codes } from './adapters/codes';
import { KnownDevices } from './adapters/known-devices';
import { Places } from './adapters/places';
import { LoginDelays } from './adapters/login-delays';
import { RolesNow } from './adapters/roles-now';
import { Sessions } from './adapters/sessions';
import { ShownFactors } from './adapters/shown-factors';
import { StepUp } from './adapters/step-up';
import { Tickets } from './adapters/tickets';
import { ViewingTokens } from './adapters/viewing-tokens';
import { AdminAccountsController } from './admin-accounts.controller';
import { AppointStaffHandler } from './commands/appoint-staff';
import { AskPhoneCodeHandler, AskStepUpHandler } from './commands/ask-code';
import { AskLinkHandler } from './commands/ask-link';
import { ChangeAccountHandler } from './commands/change-account';
import { AskNewEmailHandler, VerifyNewEmailHandler } from './commands/change-email';
import { ChangePasswordHandler } from './commands/change-password';
import { CodeSender } from './commands/code-sender';
import { ConfirmAccountHandler } from './commands/confirm-account';
import { EndAllSessionsHandler } from './commands/end-all-sessions';
import { EndOtherSessionsHandler, EndSessionHandler, LogOutHandler } from './commands/end-session';
import { EnterAccountHandler } from './commands/enter-account';
import { GrantRolesHandler } from './commands/grant-roles';
import { LendRoleHandler, ReturnRoleHandler } from './commands/lend-role';
import { LogInHandler } from './commands/log-in';
import {
  AskLogInCodeHandler,
  AskLogInFactorHandler,
  AskLogInPasskeyHandler,
  Halfways,
  LogInByFactorHandler,
} from './commands/log-in-by-factor';
import { LogInByLinkHandler } from './commands/log-in-by-link';
import { AskAnyPasskeyHandler, LogInByPasskeyHandler } from './commands/log-in-by-passkey';
import { Proofs } from './commands/proofs';
import { OpenAccountHandler } from './commands/open-account';
import { OpenViewingHandler } from './commands/open-viewing';
import { ProposeRolesHandler } from './commands/propose-roles';
import { EndSessionsOfHandler } from './commands/end-sessions-of';
import { ReinstateAccountHandler } from './commands/reinstate-account';
import { SuspendAccountHandler } from './commands/suspend-account';
import { RefreshSessionHandler } from './commands/refresh-session';
import { RegisterAccountHandler } from './commands/register-account';
import { ResendVerificationHandler } from './commands/resend-verification';
import { ResetPasswordHandler } from './commands/reset-password';
import { SignIn } from './commands/sign-in';
import { StepUpMethods } from './commands/step-up-methods';
import { VerifyEmailHandler } from './commands/verify-email';
import { VerifyPhoneHandler } from './commands/verify-phone';
import { VerifyStepUpHandler } from './commands/verify-step-up';
import { CredentialsController } from './credentials.controller';
import { LogInController } from './log-in.controller';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { AccountActivity } from './projections/account-activity';
import { CodeOfHandler } from './queries/code-of';
import { AccountDetailHandler, FindAccountsHandler } from './queries/find-accounts';
import { MyAccountHandler } from './queries/my-account';
import { ReadersOfHandler } from './queries/readers-of';
import { RoleCountsHandler } from './queries/role-counts';
import { StaffMembersHandler } from './queries/staff-members';
import { StaffSessionsHandler } from './queries/staff-sessions';
import { SessionsOfHandler } from './queries/sessions-of';
import { SameTracesHandler } from './queries/same-traces';
import { StaffOfHandler } from './queries/staff-of';
import { StaffWhoHandler } from './queries/staff-who';
import { AccountsAfterHandler } from './queries/accounts-after';
import { SuspendedAmongHandler } from './queries/suspended-among';
import { ContactsOfHandler } from './queries/contacts-of';
import { DeviceOfHandler } from './queries/device-of';
import { PhoneOfHandler } from './queries/phone-of';
import {
  AccountAtHandler,
  HasPasswordHandler,
  IsAddressTakenHandler,
  SignedInSinceHandler,
} from './queries/ways-in';
import { StaffController } from './staff.controller';
import { ViewerOfHandler } from './queries/viewer-of';

const commands = [
  AppointStaffHandler,
  AskAnyPasskeyHandler,
  AskLinkHandler,
  AskLogInCodeHandler,
  AskLogInFactorHandler,
  AskLogInPasskeyHandler,
  AskNewEmailHandler,
  AskPhoneCodeHandler,
  AskStepUpHandler,
  ChangeAccountHandler,
  ChangePasswordHandler,
  ConfirmAccountHandler,
  EndAllSessionsHandler,
  EndOtherSessionsHandler,
  EndSessionHandler,
  EndSessionsOfHandler,
  EndStaffSessionHandler,
  EnterAccountHandler,
  GrantRolesHandler,
  LendRoleHandler,
  LogInByFactorHandler,
  LogInByLinkHandler,
  LogInByPasskeyHandler,
  LogInHandler,
  LogOutHandler,
  OpenAccountHandler,
  OpenViewingHandler,
  ProposeRolesHandler,
  RefreshSessionHandler,
  RegisterAccountHandler,
  ReinstateAccountHandler,
  ResendVerificationHandler,
  ResetPasswordHandler,
  ReturnRoleHandler,
  SuspendAccountHandler,
  VerifyEmailHandler,
  VerifyNewEmailHandler,
  VerifyPhoneHandler,
  VerifyStepUpHandler,
];
const queries = [
  AccountAtHandler,
  AccountDetailHandler,
  CodeOfHandler,
  FindAccountsHandler,
  HasPasswordHandler,
  IsAddressTakenHandler,
  SignedInSinceHandler,
  MyAccountHandler,
  ReadersOfHandler,
  RoleCountsHandler,
  StaffMembersHandler,
  SameTracesHandler,
  StaffOfHandler,
  StaffSessionsHandler,
  SessionsOfHandler,
  StaffWhoHandler,
  AccountsAfterHandler,
  ContactsOfHandler,
  SuspendedAmongHandler,
  DeviceOfHandler,
  PhoneOfHandler,
  ViewerOfHandler,
];

/** Global for `StepUp`, which every risky command asks, and for what a session was shown. */
@Global()
@Module({
  imports: [MikroOrmModule.forFeature([AccountSchema])],
  controllers: [
    AccountsController,
    AdminAccountsController,
    CredentialsController,
    LogInController,
    StaffController,
  ],
  providers: [
    TellAccount,
    ExpireSessions,
    ForgetAccount,
    ...commands,
    ...queries,
    AccountActivity,
    Challenges,
    CodeSender,
    Codes,
    Halfways,
    KnownDevices,
    LoginDelays,
    Places,
    Proofs,
    RolesNow,
    RunWhenApprovalGranted,
    Sessions,
    ShownFactors,
    SignIn,
    StepUp,
    StepUpMethods,
    Tickets,
    ViewingTokens,
  ],
  exports: [ShownFactors, StepUp],
})
export class AccountsModule {}
