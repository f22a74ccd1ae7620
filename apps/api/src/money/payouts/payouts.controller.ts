import * as wire from '@wire/payouts';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { AddBankAccount } from './commands/add-bank-account';
import { RequestPayout } from './commands/request-payout';
import { MyBankAccounts } from './queries/bank-accounts';
import { MyPayouts, PayoutById } from './queries/payouts';

@Controller('api/payouts')
export class PayoutsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('bank-accounts')
  @Can('create', 'BankAccount')
  @Limit('payments')
  @Returns(created, 201)
  addBankAccount(
    @Body({ schema: wire.addBankAccount }) input: wire.AddBankAccount,
  ): Promise<{ id: string }> {
    return this.commands.execute(new AddBankAccount(input));
  }

  @Get('bank-accounts')
  @Can('read', 'BankAccount')
  @Returns(wire.bankAccounts)
  bankAccounts(): Promise<unknown> {
    return this.queries.execute(new MyBankAccounts());
  }

  @Post()
  @HttpCode(200)
  @Can('request', 'Payout')
  @Limit('payments')
  @Returns(created)
  request(
    @Body({ schema: wire.requestPayout }) input: wire.RequestPayout,
    @IdempotencyKey() key: string,
  ): Promise<{ id: string }> {
    return this.commands.execute(new RequestPayout(input, key));
  }

  @Get()
  @ApiOperation({ summary: 'Your payouts.' })
  @Can('read', 'Payout')
  @Returns(wire.payoutViews)
  mine(@Query({ schema: wire.findPayouts }) filter: MyPayouts['filter']): Promise<unknown> {
    return this.queries.execute(new MyPayouts(filter));
  }

  @Get(':payoutId')
  @ApiOperation({ summary: 'One payout.' })
  @Can('read', 'Payout')
  @Returns(wire.payoutView)
  read(@Param('payoutId', { schema: id }) payoutId: string): Promise<wire.PayoutView> {
    return this.queries.execute(new PayoutById(payoutId));
  }
}
