import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { id } from '@wire/primitives';
import * as wire from '@wire/scim';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { CreateScimKey, RevokeScimKey, RotateScimKey } from './commands/keys';
import { ChangeScimSettings, MapGroup } from './commands/settings';
import { ScimPage } from './queries/scim-page';

const one = { schema: id };

/** The directory of an organisation, as whoever runs it sees it. */
@Controller('api/organisations/:id/scim')
export class ScimController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('update', 'Organisation')
  @Returns(wire.scimPage)
  page(@Param('id', one) organisationId: string): Promise<wire.ScimPage> {
    return this.queries.execute(new ScimPage(organisationId));
  }

  @Put('settings')
  @HttpCode(204)
  @Can('update', 'Organisation')
  change(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.scimSettings }) { defaultRole }: z.infer<typeof wire.scimSettings>,
  ): Promise<void> {
    return this.commands.execute(new ChangeScimSettings(organisationId, defaultRole));
  }

  @Put('groups/:groupId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  map(
    @Param('id', one) organisationId: string,
    @Param('groupId', one) groupId: string,
    @Body({ schema: wire.mapGroup }) { role }: z.infer<typeof wire.mapGroup>,
  ): Promise<void> {
    return this.commands.execute(new MapGroup(organisationId, groupId, role));
  }

  @Post('keys')
  @Can('update', 'Organisation')
  @Returns(wire.scimKeySecret, 201)
  create(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.newScimKey }) { days }: z.infer<typeof wire.newScimKey>,
  ): Promise<wire.ScimKeySecret> {
    return this.commands.execute(new CreateScimKey(organisationId, days));
  }

  @Post('keys/:keyId/rotate')
  @HttpCode(200)
  @Can('update', 'Organisation')
  @Returns(wire.scimKeySecret)
  rotate(
    @Param('id', one) organisationId: string,
    @Param('keyId', one) keyId: string,
    @Body({ schema: wire.rotateScimKey }) { overlapHours }: z.infer<typeof wire.rotateScimKey>,
  ): Promise<wire.ScimKeySecret> {
    return this.commands.execute(new RotateScimKey(organisationId, keyId, overlapHours));
  }

  @Delete('keys/:keyId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  revoke(
    @Param('id', one) organisationId: string,
    @Param('keyId', one) keyId: string,
  ): Promise<void> {
    return this.commands.execute(new RevokeScimKey(organisationId, keyId));
  }
}
