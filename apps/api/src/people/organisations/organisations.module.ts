import { Module } from '@nestjs/common';
import { InvitationTokens } from './adapters/invitation-tokens';
import { MembershipsNow } from './adapters/memberships-now';
import { AdminOrganisationsController } from './admin-organisations.controller';
import { ActForHandler } from './commands/act-for';
import { AskToSpendHandler } from './commands/ask-to-spend';
import { ChangeFieldsHandler } from './commands/change-fields';
import { ChangeMemberHandler, TransferOwnershipHandler } from './commands/change-member';
import { ChangeLimitsHandler, ChangeOrganisationHandler } from './commands/change-organisation';
import { DecideSpendingHandler } from './commands/decide-spending';
import {
  AskInHandler,
  DismissHandler,
  PlaceInvitedHandler,
  PlaceMemberHandler,
  UninviteHandler,
} from './commands/follow-directory';
import { ExpireSpending } from './commands/expire-spending';
import { ForgetMember } from './commands/forget-person';
import { FoundOrganisationHandler } from './commands/found-organisation';
import { ResendInvitationHandler, RevokeInvitationHandler } from './commands/invitations';
import { InviteMemberHandler } from './commands/invite-member';
import { IssueMonthly, StatementJobs } from './commands/issue-monthly';
import { IssueStatementHandler } from './commands/issue-statement';
import { JoinOrganisationHandler } from './commands/join-organisation';
import { NoteHireHandler } from './commands/note-hire';
import { RemoveMemberHandler } from './commands/remove-member';
import { TakeSeatHandler } from './commands/take-seat';
import { WatchBudgetHandler } from './commands/watch-budget';
import { AddWorkspaceHandler, ChangeWorkspaceHandler } from './commands/workspaces';
import { MembersController } from './members.controller';
import { OrganisationsController } from './organisations.controller';
import { WatchBudgetWhenSigned } from './policies/watch-budget-when-signed';
import { OrganisationHints } from './projections/organisation-hints';
import { StatementLines } from './projections/statement-lines';
import { ActingForHandler } from './queries/acting-for';
import { AllOrganisationsHandler } from './queries/all-organisations';
import { FilledInHandler } from './queries/filled-in';
import { HasWorkspaceHandler } from './queries/has-workspace';
import { InvitationOfHandler } from './queries/invitation-of';
import { IssuedStatementHandler, IssuedStatementsHandler } from './queries/issued-statements';
import { HasSeatForHandler, MembersOfHandler, RoleInHandler } from './queries/members-of';
import { MembersWhoHandler, MembersWhoMayHandler } from './queries/members-who';
import { MustGovernHandler } from './queries/must-govern';
import { MyOrganisationsHandler } from './queries/my-organisations';
import { OrganisationDetailHandler } from './queries/organisation-detail';
import { OrganisationNameHandler } from './queries/organisation-name';
import { OrganisationPageHandler } from './queries/organisation-page';
import { SpendingsHandler } from './queries/spendings';
import { StatementFileHandler, StatementOfHandler } from './queries/statement-of';
import { TrailOfHandler } from './queries/trail-of';
import { TellMemberships } from './queries/what-is-kept';
import { SpendingController } from './spending.controller';
import { ChangeRoleHandler, MakeRoleHandler, RemoveRoleHandler } from './commands/own-roles';
import { MayPlaceHandler, ReachOfRolesHandler } from './queries/may-place';
import { OwnRolesHandler } from './queries/own-roles';
import { RolesController } from './roles.controller';

const commands = [
  ActForHandler,
  AddWorkspaceHandler,
  AskInHandler,
  AskToSpendHandler,
  ChangeFieldsHandler,
  ChangeLimitsHandler,
  ChangeMemberHandler,
  ChangeOrganisationHandler,
  ChangeRoleHandler,
  ChangeWorkspaceHandler,
  DecideSpendingHandler,
  DismissHandler,
  ExpireSpending,
  ForgetMember,
  FoundOrganisationHandler,
  InviteMemberHandler,
  IssueMonthly,
  IssueStatementHandler,
  JoinOrganisationHandler,
  MakeRoleHandler,
  NoteHireHandler,
  PlaceInvitedHandler,
  PlaceMemberHandler,
  RemoveMemberHandler,
  RemoveRoleHandler,
  ResendInvitationHandler,
  RevokeInvitationHandler,
  TakeSeatHandler,
  TransferOwnershipHandler,
  UninviteHandler,
  WatchBudgetHandler,
];
const queries = [
  ActingForHandler,
  AllOrganisationsHandler,
  FilledInHandler,
  HasSeatForHandler,
  HasWorkspaceHandler,
  InvitationOfHandler,
  IssuedStatementHandler,
  IssuedStatementsHandler,
  MembersOfHandler,
  MayPlaceHandler,
  MembersWhoHandler,
  MembersWhoMayHandler,
  MustGovernHandler,
  MyOrganisationsHandler,
  OrganisationDetailHandler,
  OrganisationNameHandler,
  OrganisationPageHandler,
  OwnRolesHandler,
  ReachOfRolesHandler,
  RoleInHandler,
  SpendingsHandler,
  StatementFileHandler,
  StatementOfHandler,
  TrailOfHandler,
];
const consumers = [OrganisationHints, StatementLines, WatchBudgetWhenSigned];

@Module({
  controllers: [
    AdminOrganisationsController,
    OrganisationsController,
    MembersController,
    RolesController,
    SpendingController,
  ],
  providers: [
    InvitationTokens,
    MembershipsNow,
    StatementJobs,
    TellMemberships,
    ...commands,
    ...queries,
    ...consumers,
  ],
})
export class OrganisationsModule {}
