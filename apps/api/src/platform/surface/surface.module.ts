import { Module } from '@nestjs/common';
import { RuleWatch } from './adapters/rule-watch';
import { AddIpRuleHandler } from './commands/add-ip-rule';
import { ForgetRefusals } from './commands/forget-person';
import { LiftIpRuleHandler } from './commands/lift-ip-rule';
import { PutIpRuleHandler } from './commands/put-ip-rule';
import { TakeReportsHandler } from './commands/take-reports';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { FindIpRulesHandler } from './queries/ip-rules';
import { FindLimitsHandler } from './queries/limits';
import { FindReportsHandler } from './queries/reports';
import { FindSecretsHandler } from './queries/secrets';
import { SurfaceController } from './surface.controller';

const commands = [
  ForgetRefusals,
  AddIpRuleHandler,
  PutIpRuleHandler,
  LiftIpRuleHandler,
  TakeReportsHandler,
];
const queries = [FindIpRulesHandler, FindLimitsHandler, FindReportsHandler, FindSecretsHandler];

@Module({
  controllers: [SurfaceController],
  providers: [...commands, ...queries, RuleWatch, RunWhenApprovalGranted],
})
export class SurfaceModule {}
