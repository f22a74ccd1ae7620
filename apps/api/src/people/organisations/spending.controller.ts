import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/organisations';
import { id } from '@wire/primitives';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { DecideSpending } from './commands/decide-spending';
import { IssueStatement } from './commands/issue-statement';
import { IssuedStatement, IssuedStatements } from './queries/issued-statements';
import { Spendings } from './queries/spendings';
import { StatementFile, StatementOf } from './queries/statement-of';

const one = { schema: id };
type Month = z.infer<typeof wire.findStatement>;

/** What members want to spend, and what was spent. */
@Controller('api/organisations/:id')
export class SpendingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('approvals')
  @Can('read', 'Organisation')
  @Returns(wire.spendings)
  approvals(
    @Param('id', one) organisationId: string,
    @Query({ schema: wire.findSpendings }) filter: Spendings['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new Spendings(organisationId, filter));
  }

  // Whoever asked takes it back here as well, so that the role decides within.
  @Post('approvals/:approvalId/decide')
  @HttpCode(204)
  @Can('read', 'Organisation')
  decide(
    @Param('id', one) organisationId: string,
    @Param('approvalId', one) approvalId: string,
    @Body({ schema: wire.decideSpending }) input: wire.DecideSpending,
  ): Promise<void> {
    return this.commands.execute(new DecideSpending(organisationId, approvalId, input));
  }

  @Get('statement')
  @Can('read', 'Organisation')
  @Returns(wire.statement)
  statement(
    @Param('id', one) organisationId: string,
    @Query({ schema: wire.findStatement }) { month }: Month,
  ): Promise<wire.OrgStatement> {
    return this.queries.execute(new StatementOf(organisationId, month));
  }

  @Get('statements')
  @Can('read', 'Organisation')
  @Returns(wire.issuedStatements)
  statements(@Param('id', one) organisationId: string): Promise<wire.IssuedStatements> {
    return this.queries.execute(new IssuedStatements(organisationId));
  }

  @Post('statements')
  @HttpCode(200)
  @Can('read', 'Organisation')
  @Returns(wire.statementIssued)
  issue(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.findStatement }) { month }: Month,
  ): Promise<{ number: number }> {
    return this.commands.execute(new IssueStatement(organisationId, month));
  }

  @Get('statements/:number.pdf')
  @Can('read', 'Organisation')
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="statement.pdf"')
  sheet(
    @Param('id', one) organisationId: string,
    @Param('number', { schema: wire.statementNumber }) number: number,
  ): Promise<Buffer> {
    return this.queries.execute(new IssuedStatement(organisationId, number));
  }

  @Get('statement.csv')
  @Can('read', 'Organisation')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="statement.csv"')
  file(
    @Param('id', one) organisationId: string,
    @Query({ schema: wire.findStatement }) { month }: Month,
  ): Promise<string> {
    return this.queries.execute(new StatementFile(organisationId, month));
  }
}
