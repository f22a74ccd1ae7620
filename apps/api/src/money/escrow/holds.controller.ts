import { proposed } from '@wire/approvals';
import * as wire from '@wire/holds';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { HoldEscrow } from './commands/hold-escrow';
import { ProposeLift } from './commands/propose-lift';
import { FindHolds } from './queries/holds';
import { HoldRadar } from './queries/radar';

@Controller('api/admin/holds')
export class HoldsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Hold')
  @Returns(wire.holdRows)
  find(@Query({ schema: wire.findHolds }) filter: FindHolds['filter']): Promise<unknown> {
    return this.queries.execute(new FindHolds(filter));
  }

  @Get('radar')
  @Can('inspect', 'Hold')
  @Returns(wire.radarRows)
  radar(@Query({ schema: wire.findRadar }) filter: HoldRadar['filter']): Promise<unknown> {
    return this.queries.execute(new HoldRadar(filter));
  }

  @Post()
  @HttpCode(200)
  @Can('hold', 'Hold')
  @Returns(created)
  hold(
    @Body({ schema: wire.holdEscrow }) input: wire.HoldEscrow,
    @IdempotencyKey() key: string,
  ): Promise<{ id: string }> {
    return this.commands.execute(new HoldEscrow(input, key));
  }

  @Post(':holdId/lift')
  @HttpCode(200)
  @Can('lift', 'Hold')
  @Returns(proposed)
  lift(
    @Param('holdId', { schema: id }) holdId: string,
    @Body({ schema: wire.liftHold }) { reason }: wire.LiftHold,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeLift(holdId, reason, key));
  }
}
