import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { accountDetail, accountRows, findAccounts } from '@wire/accounts';
import { id } from '@wire/primitives';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { AccountDetail, FindAccounts } from './queries/find-accounts';

@Controller('api/admin/accounts')
export class AdminAccountsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Can('inspect', 'Account')
  @Returns(accountRows)
  find(@Query({ schema: findAccounts }) input: z.infer<typeof findAccounts>) {
    return this.queries.execute(new FindAccounts(input));
  }

  @Get(':id')
  @Can('inspect', 'Account')
  @Returns(accountDetail)
  detail(@Param('id', { schema: id }) accountId: string) {
    return this.queries.execute(new AccountDetail(accountId));
  }
}
