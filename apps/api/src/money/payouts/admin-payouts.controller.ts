import * as wire from '@wire/payouts';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DecidePayout } from './commands/decide-payout';
import { AllPayouts } from './queries/payouts';

interface Note {
  readonly note: string;
}

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
  @HttpCode(204)
  @Can('prepare', 'Payout')
  prepare(
    @Param('payoutId', { schema: id }) payoutId: string,
    @Body({ schema: wire.decidePayout }) { note }: Note,
  ): Promise<void> {
    return this.commands.execute(new DecidePayout(payoutId, 'prepare', note));
  }

  @Post(':payoutId/approve')
  @HttpCode(204)
  @Can('approve', 'Payout')
  approve(
    @Param('payoutId', { schema: id }) payoutId: string,
    @Body({ schema: wire.decidePayout }) { note }: Note,
  ): Promise<void> {
    return this.commands.execute(new DecidePayout(payoutId, 'approve', note));
  }

  @Post(':payoutId/reject')
  @HttpCode(204)
  @Can('approve', 'Payout')
  reject(
    @Param('payoutId', { schema: id }) payoutId: string,
    @Body({ schema: wire.decidePayout }) { note }: Note,
  ): Promise<void> {
    return this.commands.execute(new DecidePayout(payoutId, 'reject', note));
  }
}
