import { proposed } from '@wire/approvals';
import { id } from '@wire/primitives';
import * as wire from '@wire/reconciliation';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { CheckControls } from './commands/check-controls';
import { ProposeEntries } from './commands/propose-entries';
import { RunReconciliation } from './commands/run-reconciliation';
import { WorkOnBreak } from './commands/work-on-break';
import { BreakById, FindBreaks } from './queries/breaks';
import { DayOfGateway } from './queries/day-view';
import { FindRuns } from './queries/runs';
import { Safeguarding, SafeguardingCsv } from './queries/safeguarding';

@Controller('api/admin/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('runs')
  @Can('inspect', 'Reconciliation')
  @Returns(wire.runs)
  runs(@Query({ schema: wire.findRuns }) filter: FindRuns['filter']): Promise<unknown> {
    return this.queries.execute(new FindRuns(filter));
  }

  @Post('runs')
  @HttpCode(200)
  @Can('prepare', 'Reconciliation')
  @Returns(wire.run)
  run(
    @Body({ schema: wire.runReconciliation }) { gateway, date }: wire.RunReconciliation,
  ): Promise<unknown> {
    return this.commands.execute(new RunReconciliation(gateway, date));
  }

  @Get('days/:gateway/:date')
  @Can('inspect', 'Reconciliation')
  @Returns(wire.dayView)
  day(
    @Param('gateway', { schema: wire.gateway }) gateway: wire.Gateway,
    @Param('date', { schema: wire.day }) date: string,
  ): Promise<unknown> {
    return this.queries.execute(new DayOfGateway(gateway, date));
  }

  @Get('breaks')
  @Can('inspect', 'Reconciliation')
  @Returns(wire.breaks)
  breaks(@Query({ schema: wire.findBreaks }) filter: FindBreaks['filter']): Promise<unknown> {
    return this.queries.execute(new FindBreaks(filter));
  }

  @Get('breaks/:breakId')
  @Can('inspect', 'Reconciliation')
  @Returns(wire.breakDetail)
  detail(@Param('breakId', { schema: id }) breakId: string): Promise<unknown> {
    return this.queries.execute(new BreakById(breakId));
  }

  @Post('breaks/:breakId/owner')
  @HttpCode(204)
  @Can('prepare', 'Reconciliation')
  assign(
    @Param('breakId', { schema: id }) breakId: string,
    @Body({ schema: wire.assignBreak }) { ownerId }: z.infer<typeof wire.assignBreak>,
  ): Promise<void> {
    return this.commands.execute(new WorkOnBreak(breakId, { kind: 'assign', ownerId }));
  }

  @Post('breaks/:breakId/notes')
  @HttpCode(204)
  @Can('prepare', 'Reconciliation')
  note(
    @Param('breakId', { schema: id }) breakId: string,
    @Body({ schema: wire.noteBreak }) { text }: z.infer<typeof wire.noteBreak>,
  ): Promise<void> {
    return this.commands.execute(new WorkOnBreak(breakId, { kind: 'note', text }));
  }

  @Post('breaks/:breakId/entries')
  @HttpCode(200)
  @Can('prepare', 'Reconciliation')
  @Returns(proposed)
  entries(
    @Param('breakId', { schema: id }) breakId: string,
    @Body({ schema: wire.proposeEntries }) { reason }: z.infer<typeof wire.proposeEntries>,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeEntries(breakId, reason, key));
  }

  @Post('breaks/:breakId/resolve')
  @HttpCode(204)
  @Can('prepare', 'Reconciliation')
  resolve(
    @Param('breakId', { schema: id }) breakId: string,
    @Body({ schema: wire.resolveBreak }) resolution: wire.ResolveBreak,
  ): Promise<void> {
    return this.commands.execute(new WorkOnBreak(breakId, { kind: 'resolve', resolution }));
  }

  @Post('controls')
  @HttpCode(200)
  @Can('inspect', 'Reconciliation')
  @Returns(wire.controls)
  controls(): Promise<unknown> {
    return this.commands.execute(new CheckControls());
  }

  @Get('safeguarding')
  @Can('inspect', 'Reconciliation')
  @Returns(wire.safeguarding)
  safeguarding(
    @Query({ schema: wire.findSafeguarding }) range: Safeguarding['range'],
  ): Promise<unknown> {
    return this.queries.execute(new Safeguarding(range));
  }

  @Get('safeguarding.csv')
  @Can('inspect', 'Reconciliation')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="safeguarding.csv"')
  csv(@Query({ schema: wire.findSafeguarding }) range: Safeguarding['range']): Promise<string> {
    return this.queries.execute(new SafeguardingCsv(range));
  }
}
