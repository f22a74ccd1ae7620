import { proposed } from '@wire/approvals';
import * as wire from '@wire/payouts';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { PreparePayout } from './commands/prepare-payout';
import { AllPayouts } from './queries/payouts';

@Controller('api/admin/payouts')
export class AdminPayoutsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Payout')
  @Returns(wire.adminPayouts)
  all(@Query({ schema: wire.findPayouts }) filter: AllPayouts['filter']): Promise<unknown> {
    return this.queries.execute(new AllPayouts(filter));
  }

  @Post(':payoutId/prepare')
  @HttpCode(200)
  @Can('prepare', 'Payout')
  @Returns(proposed)
  prepare(
    @Param('payoutId', { schema: id }) payoutId: string,
    @Body({ schema: wire.preparePayout }) { reason }: wire.PreparePayout,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new PreparePayout(payoutId, reason));
  }
}
