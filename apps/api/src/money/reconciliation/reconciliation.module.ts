import { Module } from '@nestjs/common';
import { Statements } from './adapters/statements';
import { CheckControlsHandler } from './commands/check-controls';
import { DailyRuns, ReconciliationJobs } from './commands/daily-runs';
import { ObserveEntriesHandler, ProposeEntriesHandler } from './commands/propose-entries';
import {
  RunReconciliationHandler,
  RunScheduledHandler,
  TakeStatementHandler,
} from './commands/run-reconciliation';
import { WorkOnBreakHandler } from './commands/work-on-break';
import { FollowEntries } from './policies/follow-entries';
import { Bookings } from './projections/bookings';
import { BreakRows } from './projections/break-rows';
import { ControlParts } from './projections/control-parts';
import { BreakByIdHandler, FindBreaksHandler } from './queries/breaks';
import { DayOfGatewayHandler } from './queries/day-view';
import { FindRunsHandler } from './queries/runs';
import { SafeguardingCsvHandler, SafeguardingHandler } from './queries/safeguarding';
import { ReconciliationController } from './reconciliation.controller';

const commands = [
  RunReconciliationHandler,
  TakeStatementHandler,
  RunScheduledHandler,
  CheckControlsHandler,
  WorkOnBreakHandler,
  ProposeEntriesHandler,
  ObserveEntriesHandler,
];
const queries = [
  FindRunsHandler,
  DayOfGatewayHandler,
  FindBreaksHandler,
  BreakByIdHandler,
  SafeguardingHandler,
  SafeguardingCsvHandler,
];
const projections = [Bookings, BreakRows, ControlParts];

@Module({
  controllers: [ReconciliationController],
  providers: [
    ...[...commands, ...queries, ...projections],
    Statements,
    DailyRuns,
    ReconciliationJobs,
    FollowEntries,
  ],
})
export class ReconciliationModule {}
