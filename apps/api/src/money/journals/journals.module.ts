import { Module } from '@nestjs/common';
import { ClosePeriodHandler, ProposeCloseHandler } from './commands/close-period';
import { PostJournalHandler, ReverseJournalHandler } from './commands/post-journal';
import { ProposeJournalHandler, ProposeReversalHandler } from './commands/propose-journal';
import { JournalsController } from './journals.controller';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { JournalRows } from './projections/journal-rows';
import { ClosedPeriodsHandler, FindJournalsHandler } from './queries/journals';
import { PeriodBalanceHandler } from './queries/period-balance';

const commands = [
  ProposeJournalHandler,
  ProposeReversalHandler,
  PostJournalHandler,
  ReverseJournalHandler,
  ProposeCloseHandler,
  ClosePeriodHandler,
];
const queries = [FindJournalsHandler, ClosedPeriodsHandler, PeriodBalanceHandler];

@Module({
  controllers: [JournalsController],
  providers: [...commands, ...queries, RunWhenApprovalGranted, JournalRows],
})
export class JournalsModule {}
