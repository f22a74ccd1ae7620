import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/accounts';
import { id } from '@wire/primitives';
import { proposed } from '@wire/approvals';
import { proposeRoles, type ProposeRoles as Roles } from '@wire/roles';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { EndSessionsOf } from './commands/end-sessions-of';
import { ProposeRoles } from './commands/propose-roles';
import { ReinstateAccount } from './commands/reinstate-account';
import { SuspendAccount } from './commands/suspend-account';
import { AccountDetail, FindAccounts } from './queries/find-accounts';

@Controller('api/admin/accounts')
export class AdminAccountsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Account')
  @Returns(wire.accountRows)
  find(@Query({ schema: wire.findAccounts }) input: z.infer<typeof wire.findAccounts>) {
    return this.queries.execute(new FindAccounts(input));
  }

  @Get(':id')
  @Can('inspect', 'Account')
  @Returns(wire.accountDetail)
  detail(@Param('id', { schema: id }) accountId: string) {
    return this.queries.execute(new AccountDetail(accountId));
  }

  @Post(':id/suspend')
  @HttpCode(204)
  @Can('hold', 'Account')
  suspend(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: wire.suspendAccount }) input: wire.SuspendAccount,
  ): Promise<void> {
    return this.commands.execute(new SuspendAccount(accountId, input));
  }

  @Post(':id/reinstate')
  @HttpCode(204)
  @Can('lift', 'Account')
  reinstate(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: wire.reinstateAccount }) { note }: z.infer<typeof wire.reinstateAccount>,
  ): Promise<void> {
    return this.commands.execute(new ReinstateAccount(accountId, note));
  }

  @Delete(':id/sessions')
  @HttpCode(204)
  @Can('revoke', 'Session')
  endSessions(@Param('id', { schema: id }) accountId: string): Promise<void> {
    return this.commands.execute(new EndSessionsOf(accountId));
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
