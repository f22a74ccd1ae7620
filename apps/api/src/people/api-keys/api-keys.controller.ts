import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/api-keys';
import { created, id } from '@wire/primitives';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { CreateKey } from './commands/create-key';
import { RevokeKey } from './commands/revoke-key';
import { RotateKey } from './commands/rotate-key';
import { CloseService, OpenService } from './commands/service-accounts';
import { FindKeys } from './queries/find-keys';
import { MyKeys, MyServices } from './queries/my-keys';

@Controller('api')
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('api-keys')
  @Can('read', 'ApiKey')
  @Returns(wire.apiKeys)
  mine() {
    return this.queries.execute(new MyKeys());
  }

  @Post('api-keys')
  @Can('create', 'ApiKey')
  @Returns(wire.apiKeySecret, 201)
  create(@Body({ schema: wire.newApiKey }) input: wire.NewApiKey): Promise<wire.ApiKeySecret> {
    return this.commands.execute(new CreateKey(input));
  }

  @Get('api-keys/services')
  @Can('read', 'ApiKey')
  @Returns(wire.serviceAccounts)
  services() {
    return this.queries.execute(new MyServices());
  }

  @Post('api-keys/services')
  @Can('create', 'ApiKey')
  @Limit('messages')
  @Returns(created, 201)
  openService(
    @Body({ schema: wire.newService }) { name }: z.infer<typeof wire.newService>,
  ): Promise<{ id: string }> {
    return this.commands.execute(new OpenService(name));
  }

  @Delete('api-keys/services/:id')
  @HttpCode(204)
  @Can('update', 'ApiKey')
  closeService(@Param('id', { schema: id }) serviceId: string): Promise<void> {
    return this.commands.execute(new CloseService(serviceId));
  }

  @Post('api-keys/:id/rotate')
  @HttpCode(200)
  @Can('update', 'ApiKey')
  @Returns(wire.apiKeySecret)
  rotate(
    @Param('id', { schema: id }) keyId: string,
    @Body({ schema: wire.rotateApiKey }) { overlapHours }: wire.RotateApiKey,
  ): Promise<wire.ApiKeySecret> {
    return this.commands.execute(new RotateKey(keyId, overlapHours));
  }

  @Delete('api-keys/:id')
  @HttpCode(204)
  @Can('update', 'ApiKey')
  revoke(@Param('id', { schema: id }) keyId: string): Promise<void> {
    return this.commands.execute(new RevokeKey(keyId, 'owner'));
  }

  @Get('admin/api-keys')
  @Can('inspect', 'ApiKey')
  @Returns(wire.adminApiKeys)
  find(@Query({ schema: wire.findApiKeys }) input: wire.FindApiKeys) {
    return this.queries.execute(new FindKeys(input));
  }

  @Delete('admin/api-keys/:id')
  @HttpCode(204)
  @Can('revoke', 'ApiKey')
  revokeForOwner(@Param('id', { schema: id }) keyId: string): Promise<void> {
    return this.commands.execute(new RevokeKey(keyId, 'staff'));
  }
}
