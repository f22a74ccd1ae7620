import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/organisations';
import { created, id } from '@wire/primitives';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChangeRole, MakeRole, RemoveRole } from './commands/own-roles';
import { OwnRoles } from './queries/own-roles';

const one = { schema: id };

/** The roles of an organisation's own. */
@Controller('api/organisations/:id/roles')
export class RolesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('read', 'Organisation')
  @Returns(wire.ownRoles)
  roles(@Param('id', one) organisationId: string): Promise<wire.OwnRoles> {
    return this.queries.execute(new OwnRoles(organisationId));
  }

  @Post()
  @Can('update', 'Organisation')
  @Returns(created, 201)
  make(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.saveRole }) input: wire.SaveRole,
  ): Promise<{ id: string }> {
    return this.commands.execute(new MakeRole(organisationId, input));
  }

  @Put(':roleId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  change(
    @Param('id', one) organisationId: string,
    @Param('roleId', one) roleId: string,
    @Body({ schema: wire.saveRole }) input: wire.SaveRole,
  ): Promise<void> {
    return this.commands.execute(new ChangeRole(organisationId, roleId, input));
  }

  @Delete(':roleId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  remove(
    @Param('id', one) organisationId: string,
    @Param('roleId', one) roleId: string,
    @Query({ schema: wire.removeRole }) input: wire.RemoveRole,
  ): Promise<void> {
    return this.commands.execute(new RemoveRole(organisationId, roleId, input));
  }
}
