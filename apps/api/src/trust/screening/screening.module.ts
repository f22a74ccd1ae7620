import { Module } from '@nestjs/common';
import { LinkMarks } from './adapters/link-marks';
import { ListPublishers } from './adapters/list-publishers';
import { SanctionLists } from './adapters/sanction-lists';
import { ChangeRuleHandler } from './commands/change-rule';
import { DraftReportHandler } from './commands/draft-report';
import { FetchListHandler } from './commands/fetch-list';
import { FetchListJobs, FetchLists } from './commands/fetch-lists';
import { ImportListHandler } from './commands/import-list';
import { RaiseAlertsHandler } from './commands/raise-alerts';
import { CloseCaseHandler, ReopenCaseHandler, ResolveCaseHandler } from './commands/resolve-case';
import { ScreenAccountHandler } from './commands/screen-account';
import { ScreenBeforeLeaving } from './commands/screen-before-leaving';
import { ScreenEverybody } from './commands/screen-everybody';
import { WaitForUserHandler } from './commands/wait-for-user';
import { WatchMovementHandler } from './commands/watch-movement';
import {
  FileReportHandler,
  ProposeFilingHandler,
  ReturnReportHandler,
  WriteReportHandler,
} from './commands/write-report';
import { PlanWhenListChanged } from './policies/plan-when-list-changed';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { ScreenWhenKnown } from './policies/screen-when-known';
import { WatchWhenPayoutRequested } from './policies/watch-when-payout-requested';
import { Movements } from './projections/movements';
import { OpenCaseSinceHandler } from './queries/open-case-since';
import { FindAlertsHandler } from './queries/alerts';
import { CaseByIdHandler } from './queries/cases';
import { LinksOfCaseHandler } from './queries/links';
import { SanctionListsInUseHandler } from './queries/lists';
import { ReportByIdHandler } from './queries/reports';
import { RulesNowHandler, TryRuleHandler } from './queries/rules';
import { ScreeningController } from './screening.controller';

const commands = [
  ImportListHandler,
  FetchListHandler,
  FetchLists,
  FetchListJobs,
  ScreenAccountHandler,
  ScreenBeforeLeaving,
  ScreenEverybody,
  RaiseAlertsHandler,
  WaitForUserHandler,
  ResolveCaseHandler,
  CloseCaseHandler,
  ReopenCaseHandler,
  ChangeRuleHandler,
  WatchMovementHandler,
  DraftReportHandler,
  WriteReportHandler,
  ProposeFilingHandler,
  FileReportHandler,
  ReturnReportHandler,
];
const queries = [
  OpenCaseSinceHandler,
  FindAlertsHandler,
  CaseByIdHandler,
  LinksOfCaseHandler,
  SanctionListsInUseHandler,
  RulesNowHandler,
  TryRuleHandler,
  ReportByIdHandler,
];
const policies = [
  ScreenWhenKnown,
  PlanWhenListChanged,
  WatchWhenPayoutRequested,
  RunWhenApprovalGranted,
];

@Module({
  controllers: [ScreeningController],
  providers: [
    SanctionLists,
    ListPublishers,
    LinkMarks,
    ...commands,
    ...queries,
    ...policies,
    Movements,
  ],
})
export class ScreeningModule {}
