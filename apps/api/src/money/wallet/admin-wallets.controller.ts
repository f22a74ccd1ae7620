import { proposed } from '@wire/approvals';
import * as wire from '@wire/holds';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ProposeUnrestrict } from './commands/lift-restriction';
import { RestrictWallet } from './commands/restrict-wallet';
import { RestrictedWallets } from './queries/restrictions';

@Controller('api/admin/wallets')
export class AdminWalletsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('restrictions')
  @Can('inspect', 'Hold')
  @Returns(wire.walletRestrictions)
  restricted(
    @Query({ schema: wire.findRestrictions }) filter: RestrictedWallets['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new RestrictedWallets(filter));
  }

  @Post(':accountId/restrict')
  @HttpCode(204)
  @Can('hold', 'Wallet')
  restrict(
    @Param('accountId', { schema: id }) accountId: string,
    @Body({ schema: wire.restrictWallet }) input: wire.RestrictWallet,
  ): Promise<void> {
    return this.commands.execute(new RestrictWallet(accountId, input));
  }

  @Post(':accountId/unrestrict')
  @HttpCode(200)
  @Can('lift', 'Wallet')
  @Returns(proposed)
  unrestrict(
    @Param('accountId', { schema: id }) accountId: string,
    @Body({ schema: wire.liftHold }) { reason }: wire.LiftHold,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeUnrestrict(accountId, reason, key));
  }
}
