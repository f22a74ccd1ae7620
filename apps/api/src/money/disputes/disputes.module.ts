import { Module } from '@nestjs/common';
import { TellDisputes } from './queries/what-is-kept';
import { ForgetTitles } from './commands/forget-person';
import {
  AddEvidenceHandler,
  AnswerDisputeHandler,
  CloseEvidenceHandler,
} from './commands/add-evidence';
import {
  AppealDecisionHandler,
  AssignPanelHandler,
  VoteOnAppealHandler,
} from './commands/appeal-decision';
import { Cases } from './commands/cases';
import { IssueRulingHandler, ReturnRulingHandler } from './commands/issue-ruling';
import { AddNoteHandler, AssignMediatorHandler, RecommendSplitHandler } from './commands/mediate';
import { Mediators } from './commands/mediators';
import {
  AcceptRecommendationHandler,
  AnswerOfferHandler,
  EscalateDisputeHandler,
  MakeOfferHandler,
  WithdrawDisputeHandler,
} from './commands/negotiate';
import { NewEvidence } from './commands/new-evidence';
import { OpenCaseFileHandler } from './commands/open-case-file';
import { OpenDisputeHandler } from './commands/open-dispute';
import { MarkExecutedHandler, PassDeadline, RemindSide } from './commands/pass-deadline';
import { RuleDisputeHandler } from './commands/rule-dispute';
import { DisputeConsoleController } from './dispute-console.controller';
import { DisputesController } from './disputes.controller';
import { CloseWhenCarriedOut } from './policies/close-when-carried-out';
import { OpenFileWhenAssigned } from './policies/open-file-when-assigned';
import { RuleWhenApprovalGranted } from './policies/rule-when-approval-granted';
import { WatchDispute } from './policies/watch-dispute';
import { DisputeRows } from './projections/dispute-rows';
import { Precedents } from './projections/precedents';
import { AllDisputesHandler } from './queries/all-disputes';
import { CaseFile } from './queries/case-file';
import { CaseDrawing, CasePageHandler, CasePrintOfHandler } from './queries/case-page';
import { CandidatesForHandler, ConsoleCaseOfHandler } from './queries/console-case';
import { DisputePartiesHandler } from './queries/dispute-parties';
import { MyDisputesHandler } from './queries/dispute-rows';
import { DisputesOfHandler } from './queries/disputes-of';
import { FormForHandler } from './queries/form';
import { OutcomeOfHandler, ReasonsOfHandler } from './queries/outcome-of';
import { FindPrecedentsHandler } from './queries/precedents';
import { RulingPoliciesHandler } from './queries/ruling-policies';
import { SimulateOutcomeHandler } from './queries/simulate-outcome';

const tools = [Cases, NewEvidence, Mediators, CaseFile, CaseDrawing];
const commands = [
  OpenDisputeHandler,
  AnswerDisputeHandler,
  AddEvidenceHandler,
  CloseEvidenceHandler,
  MakeOfferHandler,
  AnswerOfferHandler,
  AcceptRecommendationHandler,
  EscalateDisputeHandler,
  WithdrawDisputeHandler,
  AssignMediatorHandler,
  AddNoteHandler,
  RecommendSplitHandler,
  RuleDisputeHandler,
  IssueRulingHandler,
  ReturnRulingHandler,
  AppealDecisionHandler,
  AssignPanelHandler,
  VoteOnAppealHandler,
  MarkExecutedHandler,
  OpenCaseFileHandler,
  PassDeadline,
  RemindSide,
];
const queries = [
  FormForHandler,
  MyDisputesHandler,
  CasePageHandler,
  CasePrintOfHandler,
  SimulateOutcomeHandler,
  AllDisputesHandler,
  ConsoleCaseOfHandler,
  CandidatesForHandler,
  FindPrecedentsHandler,
  RulingPoliciesHandler,
  DisputesOfHandler,
  DisputePartiesHandler,
  OutcomeOfHandler,
  ReasonsOfHandler,
];
const consumers = [
  DisputeRows,
  Precedents,
  WatchDispute,
  RuleWhenApprovalGranted,
  CloseWhenCarriedOut,
  OpenFileWhenAssigned,
];

@Module({
  controllers: [DisputesController, DisputeConsoleController],
  providers: [TellDisputes, ForgetTitles, ...tools, ...commands, ...queries, ...consumers],
})
export class DisputesModule {}
