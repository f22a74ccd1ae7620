import { id } from '@wire/primitives';
import * as wire from '@wire/surface';
import { Address } from '@kernel/http/address';
import { Takes } from '@kernel/http/bodies';
import { Can, Open } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AddIpRule } from './commands/add-ip-rule';
import { LiftIpRule } from './commands/lift-ip-rule';
import { TakeReports } from './commands/take-reports';
import { FindIpRules } from './queries/ip-rules';
import { FindLimits } from './queries/limits';
import { FindReports } from './queries/reports';
import { FindSecrets } from './queries/secrets';

@Controller('api')
export class SurfaceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** The gate has already answered whoever may not come in. */
  @Get('surface/standing')
  @Open()
  @HttpCode(204)
  standing(): void {
    return undefined;
  }

  @Post('surface/reports')
  @Open()
  @Limit('reports')
  @Takes('application/csp-report', 'application/reports+json')
  @HttpCode(204)
  report(@Body({ schema: wire.browserReports }) reports: wire.BrowserReports): Promise<void> {
    return this.commands.execute(new TakeReports(reports));
  }

  @Get('admin/ip-rules')
  @Can('inspect', 'IpRule')
  @Returns(wire.ipRules)
  rules(@Query({ schema: wire.findIpRules }) filter: FindIpRules['filter']): Promise<unknown> {
    return this.queries.execute(new FindIpRules(filter));
  }

  @Post('admin/ip-rules')
  @HttpCode(200)
  @Can('hold', 'IpRule')
  @Returns(wire.addedIpRule)
  add(
    @Body({ schema: wire.addIpRule }) input: wire.AddIpRule,
    @Address() address: string,
    @IdempotencyKey() key: string,
  ): Promise<wire.AddedIpRule> {
    return this.commands.execute(new AddIpRule(input, address, key));
  }

  @Post('admin/ip-rules/:ruleId/lift')
  @HttpCode(204)
  @Can('lift', 'IpRule')
  lift(@Param('ruleId', { schema: id }) ruleId: string): Promise<void> {
    return this.commands.execute(new LiftIpRule(ruleId));
  }

  @Get('admin/limits')
  @Can('inspect', 'Surface')
  @Returns(wire.limits)
  limits(): Promise<wire.Limits> {
    return this.queries.execute(new FindLimits());
  }

  @Get('admin/reports')
  @Can('inspect', 'Surface')
  @Returns(wire.reports)
  reports(@Query({ schema: wire.findReports }) filter: FindReports['filter']): Promise<unknown> {
    return this.queries.execute(new FindReports(filter));
  }

  @Get('admin/secrets')
  @Can('inspect', 'Surface')
  @Returns(wire.secrets)
  secrets(): Promise<unknown> {
    return this.queries.execute(new FindSecrets());
  }
}
