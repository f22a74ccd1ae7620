import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/organisations';
import { changeFields } from '@wire/org-fields';
import { created, id } from '@wire/primitives';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ActFor } from './commands/act-for';
import { ChangeFields } from './commands/change-fields';
import { ChangeLimits, ChangeOrganisation } from './commands/change-organisation';
import { FoundOrganisation } from './commands/found-organisation';
import { JoinOrganisation } from './commands/join-organisation';
import { AddWorkspace, ChangeWorkspace } from './commands/workspaces';
import { MyOrganisations } from './queries/my-organisations';
import { OrganisationPage } from './queries/organisation-page';
import { TrailOf } from './queries/trail-of';

const one = { schema: id };

@Controller('api/organisations')
export class OrganisationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('mine')
  @Can('read', 'Organisation')
  @Returns(wire.myOrganisations)
  mine(): Promise<wire.MyOrganisations> {
    return this.queries.execute(new MyOrganisations());
  }

  @Put('acting')
  @HttpCode(204)
  @Can('read', 'Organisation')
  actFor(
    @Body({ schema: wire.actFor }) { workspaceId }: z.infer<typeof wire.actFor>,
  ): Promise<void> {
    return this.commands.execute(new ActFor(workspaceId));
  }

  @Post()
  @Can('create', 'Organisation')
  @Limit('messages')
  @Returns(created, 201)
  found(
    @Body({ schema: wire.foundOrganisation }) { name }: z.infer<typeof wire.foundOrganisation>,
  ): Promise<{ id: string }> {
    return this.commands.execute(new FoundOrganisation(name));
  }

  @Post('join')
  @HttpCode(200)
  @Can('read', 'Organisation')
  @Limit('verification')
  @Returns(created)
  join(
    @Body({ schema: wire.joinOrganisation }) { token }: z.infer<typeof wire.joinOrganisation>,
  ): Promise<{ id: string }> {
    return this.commands.execute(new JoinOrganisation(token));
  }

  @Get(':id')
  @Can('read', 'Organisation')
  @Returns(wire.organisationView)
  page(@Param('id', one) organisationId: string): Promise<wire.OrganisationView> {
    return this.queries.execute(new OrganisationPage(organisationId));
  }

  @Put(':id')
  @HttpCode(204)
  @Can('update', 'Organisation')
  change(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.changeOrganisation }) input: wire.ChangeOrganisation,
  ): Promise<void> {
    return this.commands.execute(new ChangeOrganisation(organisationId, input));
  }

  @Put(':id/limits')
  @HttpCode(204)
  @Can('update', 'Organisation')
  limits(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.changeLimits }) { limits }: z.infer<typeof wire.changeLimits>,
  ): Promise<void> {
    return this.commands.execute(new ChangeLimits(organisationId, limits));
  }

  @Put(':id/fields')
  @HttpCode(204)
  @Can('update', 'Organisation')
  fields(
    @Param('id', one) organisationId: string,
    @Body({ schema: changeFields }) { fields }: z.infer<typeof changeFields>,
  ): Promise<void> {
    return this.commands.execute(new ChangeFields(organisationId, fields));
  }

  @Post(':id/workspaces')
  @Can('update', 'Organisation')
  @Returns(created, 201)
  addWorkspace(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.newWorkspace }) input: wire.NewWorkspace,
  ): Promise<{ id: string }> {
    return this.commands.execute(new AddWorkspace(organisationId, input));
  }

  @Put(':id/workspaces/:workspaceId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  changeWorkspace(
    @Param('id', one) organisationId: string,
    @Param('workspaceId', one) workspaceId: string,
    @Body({ schema: wire.newWorkspace }) input: wire.NewWorkspace,
  ): Promise<void> {
    return this.commands.execute(new ChangeWorkspace(organisationId, workspaceId, input));
  }

  @Get(':id/trail')
  @Can('update', 'Organisation')
  @Returns(wire.trail)
  trail(
    @Param('id', one) organisationId: string,
    @Query({ schema: wire.findTrail }) filter: TrailOf['filter'],
  ): Promise<wire.Trail> {
    return this.queries.execute(new TrailOf(organisationId, filter));
  }
}
