import { proposed } from '@wire/approvals';
import { deposits, findDeposits } from '@wire/payments';
import * as wire from '@wire/refunds';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ProposeGoodwill } from './commands/give-goodwill';
import { RefundForClient } from './commands/refund-for-client';
import { ContractDeposits } from './queries/deposits';

@Controller('api/admin/refunds')
export class RefundsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('deposits')
  @Can('inspect', 'Refund')
  @Returns(deposits)
  find(@Query({ schema: findDeposits }) filter: ContractDeposits['filter']): Promise<unknown> {
    return this.queries.execute(new ContractDeposits(filter));
  }

  @Post()
  @HttpCode(200)
  @Can('prepare', 'Refund')
  @Returns(wire.refundAnswer)
  refund(
    @Body({ schema: wire.refundForClient }) input: wire.RefundForClient,
    @IdempotencyKey() key: string,
  ): Promise<wire.RefundAnswer> {
    return this.commands.execute(new RefundForClient(input, key));
  }

  @Post('goodwill')
  @HttpCode(200)
  @Can('request', 'Refund')
  @Returns(proposed)
  goodwill(
    @Body({ schema: wire.proposeGoodwill }) input: wire.ProposeGoodwill,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeGoodwill(input, key));
  }
}
