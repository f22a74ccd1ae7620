import { proposed } from '@wire/approvals';
import * as wire from '@wire/journals';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ProposeClose } from './commands/close-period';
import { ProposeJournal, ProposeReversal } from './commands/propose-journal';
import { ClosedPeriods, FindJournals } from './queries/journals';
import { PeriodBalance } from './queries/period-balance';

@Controller('api/admin')
export class JournalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('journals')
  @Can('inspect', 'Journal')
  @Returns(wire.journalRows)
  find(@Query({ schema: wire.findJournals }) filter: FindJournals['filter']): Promise<unknown> {
    return this.queries.execute(new FindJournals(filter));
  }

  @Post('journals')
  @HttpCode(200)
  @Can('prepare', 'Journal')
  @Returns(proposed)
  propose(
    @Body({ schema: wire.proposeJournal }) input: wire.ProposeJournal,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeJournal(input, key));
  }

  @Post('journals/:journalId/reverse')
  @HttpCode(200)
  @Can('prepare', 'Journal')
  @Returns(proposed)
  reverse(
    @Param('journalId', { schema: id }) journalId: string,
    @Body({ schema: wire.proposeReversal }) { reason }: wire.ProposeReversal,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeReversal(journalId, reason, key));
  }

  @Get('periods')
  @Can('inspect', 'Period')
  @Returns(wire.closedPeriods)
  periods(): Promise<unknown> {
    return this.queries.execute(new ClosedPeriods());
  }

  @Get('periods/:period/trial-balance')
  @Can('inspect', 'Period')
  @Returns(wire.periodBalance)
  balance(@Param('period', { schema: wire.period }) period: string): Promise<unknown> {
    return this.queries.execute(new PeriodBalance(period));
  }

  @Post('periods/:period/close')
  @HttpCode(200)
  @Can('prepare', 'Period')
  @Returns(proposed)
  close(
    @Param('period', { schema: wire.period }) period: string,
    @Body({ schema: wire.proposeReversal }) { reason }: wire.ProposeReversal,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeClose(period, reason, key));
  }
}
