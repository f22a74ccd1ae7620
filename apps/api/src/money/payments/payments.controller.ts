import * as wire from '@wire/payments';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { OpenDeposit } from './commands/open-deposit';
import { RefundDeposit } from './commands/refund-deposit';
import { DepositById, DepositsOf } from './queries/deposits';

@Controller('api/payments/deposits')
export class PaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @HttpCode(200)
  @Can('create', 'Deposit')
  @Limit('payments')
  @Returns(wire.checkout)
  open(
    @Body({ schema: wire.openDeposit }) input: wire.OpenDeposit,
    @IdempotencyKey() key: string,
  ): Promise<wire.Checkout> {
    return this.commands.execute(new OpenDeposit(input, key));
  }

  @Get()
  @ApiOperation({ summary: 'Your payments into escrow.' })
  @Can('read', 'Deposit')
  @Returns(wire.deposits)
  find(
    @Query({ schema: wire.findDeposits }) filter: DepositsOf['filter'],
  ): Promise<{ items: wire.DepositView[] }> {
    return this.queries.execute(new DepositsOf(filter));
  }

  @Get(':depositId')
  @ApiOperation({ summary: 'One payment into escrow.' })
  @Can('read', 'Deposit')
  @Returns(wire.depositView)
  read(@Param('depositId', { schema: id }) depositId: string): Promise<wire.DepositView> {
    return this.queries.execute(new DepositById(depositId));
  }

  @Post(':depositId/refunds')
  @HttpCode(200)
  @Can('refund', 'Deposit')
  @Limit('payments')
  @Returns(created)
  refund(
    @Param('depositId', { schema: id }) depositId: string,
    @Body({ schema: wire.refundDeposit }) input: RefundDeposit['input'],
    @IdempotencyKey() key: string,
  ): Promise<{ id: string }> {
    return this.commands.execute(new RefundDeposit(depositId, input, key));
  }
}
