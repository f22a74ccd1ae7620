import { proposed } from '@wire/approvals';
import { created, id } from '@wire/primitives';
import * as wire from '@wire/screening';
import { links } from '@wire/screening-links';
import { Can, Hidden } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChangeRule } from './commands/change-rule';
import { DraftReport } from './commands/draft-report';
import { FetchList } from './commands/fetch-list';
import { ResolveCase } from './commands/resolve-case';
import { WaitForUser } from './commands/wait-for-user';
import { ProposeFiling, WriteReport } from './commands/write-report';
import { FindAlerts } from './queries/alerts';
import { CaseById } from './queries/cases';
import { LinksOfCase } from './queries/links';
import { SanctionListsInUse } from './queries/lists';
import { ReportById } from './queries/reports';
import { RulesNow, TryRule } from './queries/rules';

@Controller('api/admin/screening')
@Hidden()
export class ScreeningController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('alerts')
  @Can('inspect', 'Screening')
  @Returns(wire.alertRows)
  alerts(@Query({ schema: wire.findAlerts }) filter: FindAlerts['filter']): Promise<unknown> {
    return this.queries.execute(new FindAlerts(filter));
  }

  @Get('cases/:caseId')
  @Can('inspect', 'Screening')
  @Returns(wire.caseDetail)
  read(@Param('caseId', { schema: id }) caseId: string): Promise<unknown> {
    return this.queries.execute(new CaseById(caseId));
  }

  @Get('cases/:caseId/links')
  @Can('inspect', 'Screening')
  @Returns(links)
  links(@Param('caseId', { schema: id }) caseId: string): Promise<unknown> {
    return this.queries.execute(new LinksOfCase(caseId));
  }

  @Post('cases/:caseId/wait')
  @HttpCode(204)
  @Can('decide', 'Screening')
  wait(
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: wire.waitForUser }) { note }: { note: string },
  ): Promise<void> {
    return this.commands.execute(new WaitForUser(caseId, note));
  }

  @Post('cases/:caseId/resolve')
  @HttpCode(200)
  @Can('decide', 'Screening')
  @Returns(wire.resolution)
  resolve(
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: wire.resolveCase }) input: wire.ResolveCase,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string | null }> {
    return this.commands.execute(new ResolveCase(caseId, input, key));
  }

  @Post('cases/:caseId/report')
  @Can('create', 'Report')
  @Returns(created, 201)
  draft(@Param('caseId', { schema: id }) caseId: string): Promise<{ id: string }> {
    return this.commands.execute(new DraftReport(caseId));
  }

  @Get('reports/:reportId')
  @Can('inspect', 'Report')
  @Returns(wire.report)
  report(@Param('reportId', { schema: id }) reportId: string): Promise<unknown> {
    return this.queries.execute(new ReportById(reportId));
  }

  @Put('reports/:reportId')
  @HttpCode(204)
  @Can('update', 'Report')
  write(
    @Param('reportId', { schema: id }) reportId: string,
    @Body({ schema: wire.writeReport }) { narrative }: { narrative: string },
  ): Promise<void> {
    return this.commands.execute(new WriteReport(reportId, narrative));
  }

  @Post('reports/:reportId/file')
  @HttpCode(200)
  @Can('update', 'Report')
  @Returns(proposed)
  file(
    @Param('reportId', { schema: id }) reportId: string,
    @Body({ schema: wire.fileReport }) { reason }: { reason: string },
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeFiling(reportId, reason, key));
  }

  @Get('lists')
  @Can('inspect', 'Screening')
  @Returns(wire.lists)
  lists(): Promise<unknown> {
    return this.queries.execute(new SanctionListsInUse());
  }

  @Post('lists/:source/fetch')
  @HttpCode(200)
  @Can('update', 'Screening')
  @Returns(wire.listAsked)
  fetch(
    @Param('source', { schema: wire.listSource }) source: wire.ListSource,
  ): Promise<{ outcome: wire.FetchOutcome }> {
    return this.commands.execute(new FetchList(source));
  }

  @Get('rules')
  @Can('inspect', 'Screening')
  @Returns(wire.rules)
  rules(): Promise<unknown> {
    return this.queries.execute(new RulesNow());
  }

  @Post('rules')
  @HttpCode(204)
  @Can('update', 'Screening')
  change(@Body({ schema: wire.changeRule }) input: wire.ChangeRule): Promise<void> {
    return this.commands.execute(new ChangeRule(input));
  }

  @Post('rules/backtest')
  @HttpCode(200)
  @Can('inspect', 'Screening')
  @Returns(wire.backtest)
  trial(@Body({ schema: wire.changeRule }) input: wire.ChangeRule): Promise<unknown> {
    return this.queries.execute(new TryRule(input));
  }
}
