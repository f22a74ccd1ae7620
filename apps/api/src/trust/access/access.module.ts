import { Module } from '@nestjs/common';
import { AccessController } from './access.controller';
import { RevealedNow } from './adapters/revealed-now';
import { AskElevationHandler } from './commands/ask-elevation';
import { BreakGlassHandler } from './commands/break-glass';
import { EndElevationHandler, GiveBackElevationHandler } from './commands/end-elevation';
import { RevealDetailsHandler } from './commands/reveal-details';
import {
  BeginElevationHandler,
  ElevationIsOver,
  RefuseElevationHandler,
} from './commands/run-elevation';
import { BeginViewingHandler, EndViewingHandler } from './commands/viewings';
import { LendWhenApprovalGranted } from './policies/lend-when-approval-granted';
import { FindElevationsHandler, OpenAlarmsHandler } from './queries/elevations';
import { MyRevealsHandler } from './queries/my-reveals';
import { WhoMayHandler, WhyMayHandler } from './queries/permissions';
import { RoleChangeOfHandler } from './queries/role-change';
import { AllRolesHandler, RoleByNameHandler } from './queries/roles';
import { RolesController } from './roles.controller';

const commands = [
  ...[AskElevationHandler, BeginElevationHandler, RefuseElevationHandler, BreakGlassHandler],
  ...[GiveBackElevationHandler, EndElevationHandler, RevealDetailsHandler],
  ...[BeginViewingHandler, EndViewingHandler],
];
const queries = [
  ...[AllRolesHandler, RoleByNameHandler, RoleChangeOfHandler, WhoMayHandler, WhyMayHandler],
  ...[FindElevationsHandler, OpenAlarmsHandler, MyRevealsHandler],
];

@Module({
  controllers: [AccessController, RolesController],
  providers: [...commands, ...queries, ElevationIsOver, LendWhenApprovalGranted, RevealedNow],
})
export class AccessModule {}
