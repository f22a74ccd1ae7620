import * as wire from '@wire/chargebacks';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { SubmitEvidence } from './commands/submit-evidence';
import { ChargebackById, FindChargebacks } from './queries/chargebacks';

@Controller('api/admin/chargebacks')
export class ChargebacksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Chargeback')
  @Returns(wire.chargebackRows)
  find(
    @Query({ schema: wire.findChargebacks }) filter: FindChargebacks['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new FindChargebacks(filter));
  }

  @Get(':chargebackId')
  @Can('inspect', 'Chargeback')
  @Returns(wire.chargebackDetail)
  read(@Param('chargebackId', { schema: id }) chargebackId: string): Promise<unknown> {
    return this.queries.execute(new ChargebackById(chargebackId));
  }

  @Post(':chargebackId/evidence')
  @HttpCode(204)
  @Can('answer', 'Chargeback')
  answer(
    @Param('chargebackId', { schema: id }) chargebackId: string,
    @Body({ schema: wire.submitEvidence }) input: wire.SubmitEvidence,
  ): Promise<void> {
    return this.commands.execute(new SubmitEvidence(chargebackId, input));
  }
}
