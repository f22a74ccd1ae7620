import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { accountDetail, accountRows, findAccounts } from '@wire/accounts';
import { id } from '@wire/primitives';
import { proposed } from '@wire/approvals';
import { proposeRoles, type ProposeRoles as Roles } from '@wire/roles';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ProposeRoles } from './commands/propose-roles';
import { AccountDetail, FindAccounts } from './queries/find-accounts';

@Controller('api/admin/accounts')
export class AdminAccountsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

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

  @Post(':id/roles')
  @HttpCode(200)
  @Can('grant', 'Role')
  @Returns(proposed)
  proposeRoles(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: proposeRoles }) input: Roles,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeRoles(accountId, input, key));
  }
}
