import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { created, id } from '@wire/primitives';
import * as wire from '@wire/talent';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChangePool, ClosePool } from './commands/change-pool';
import { InvitePool } from './commands/invite-pool';
import { DropProvider, KeepProvider } from './commands/keep-provider';
import { OpenPool } from './commands/open-pool';
import { PoolFile } from './queries/pool-file';
import { PoolPage } from './queries/pool-page';
import { Pools } from './queries/pools';

const one = { schema: id };

@Controller('api/pools')
export class TalentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('read', 'TalentPool')
  @Returns(wire.pools)
  pools(@Query({ schema: wire.findPools }) filter: Pools['filter']): Promise<unknown> {
    return this.queries.execute(new Pools(filter));
  }

  @Post()
  @Can('create', 'TalentPool')
  @Limit('messages')
  @Returns(created, 201)
  open(@Body({ schema: wire.newPool }) input: wire.NewPool): Promise<{ id: string }> {
    return this.commands.execute(new OpenPool(input));
  }

  @Get(':id')
  @Can('read', 'TalentPool')
  @Returns(wire.poolView)
  page(
    @Param('id', one) poolId: string,
    @Query({ schema: wire.findInPool }) filter: PoolPage['filter'],
  ): Promise<wire.PoolView> {
    return this.queries.execute(new PoolPage(poolId, filter));
  }

  @Get(':id/providers.csv')
  @Can('read', 'TalentPool')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="pool.csv"')
  file(
    @Param('id', one) poolId: string,
    @Query({ schema: wire.findInPool }) filter: PoolPage['filter'],
  ): Promise<string> {
    return this.queries.execute(new PoolFile(poolId, filter));
  }

  @Put(':id')
  @HttpCode(204)
  @Can('update', 'TalentPool')
  change(
    @Param('id', one) poolId: string,
    @Body({ schema: wire.changePool }) to: wire.ChangePool,
  ): Promise<void> {
    return this.commands.execute(new ChangePool(poolId, to));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('update', 'TalentPool')
  close(@Param('id', one) poolId: string): Promise<void> {
    return this.commands.execute(new ClosePool(poolId));
  }

  @Put(':id/providers/:providerId')
  @HttpCode(204)
  @Can('update', 'TalentPool')
  keep(
    @Param('id', one) poolId: string,
    @Param('providerId', one) providerId: string,
    @Body({ schema: wire.keepProvider }) words: wire.KeepProvider,
  ): Promise<void> {
    return this.commands.execute(new KeepProvider(poolId, providerId, words));
  }

  @Delete(':id/providers/:providerId')
  @HttpCode(204)
  @Can('update', 'TalentPool')
  drop(
    @Param('id', one) poolId: string,
    @Param('providerId', one) providerId: string,
  ): Promise<void> {
    return this.commands.execute(new DropProvider(poolId, providerId));
  }

  @Post(':id/invitations')
  @HttpCode(200)
  @Can('update', 'TalentPool')
  @Limit('messages')
  @Returns(wire.poolInvited)
  invite(
    @Param('id', one) poolId: string,
    @Body({ schema: wire.invitePool }) input: wire.InvitePool,
  ): Promise<wire.PoolInvited> {
    return this.commands.execute(new InvitePool(poolId, input));
  }
}
