import { Can } from '@kernel/http/can';
import { ByDirectory, type DirectoryKey } from '@kernel/http/organisation';
import { Speaks } from '@kernel/http/protocol';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/scim';
import { scimMediaType as mediaType, scimRefusal as refusedAs } from '@wire/scim-errors';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { Envelope } from './commands/envelope';
import { ChangeGroup, CreateGroup, RemoveGroup } from './commands/groups';
import { FindGroups, OneGroup } from './queries/find-groups';

const Scim = () => Speaks({ mediaType, refusedAs });
type Shown = z.infer<typeof wire.oneResource>;

/** RFC 7644: the groups of the directory that the key belongs to. */
@Controller('scim/v2/Groups')
@UseInterceptors(Envelope)
export class GroupsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resources)
  find(
    @ByDirectory() { organisationId }: DirectoryKey,
    @Query({ schema: wire.findResources }) asked: wire.FindResources,
  ) {
    return this.queries.execute(new FindGroups(organisationId, asked));
  }

  @Post()
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource, 201)
  create(
    @ByDirectory() { organisationId }: DirectoryKey,
    @Body({ schema: wire.resourceSent }) sent: wire.ResourceSent,
  ) {
    return this.commands.execute(new CreateGroup(organisationId, sent));
  }

  @Get(':id')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  one(
    @ByDirectory() { organisationId }: DirectoryKey,
    @Param('id') id: string,
    @Query({ schema: wire.oneResource }) shown: Shown,
  ) {
    return this.queries.execute(new OneGroup(organisationId, id, shown));
  }

  @Put(':id')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  replace(
    @ByDirectory() { organisationId }: DirectoryKey,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: wire.resourceSent }) whole: wire.ResourceSent,
  ) {
    return this.commands.execute(new ChangeGroup({ organisationId, id, ifMatch, to: { whole } }));
  }

  @Patch(':id')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  patch(
    @ByDirectory() { organisationId }: DirectoryKey,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: wire.patchSent }) { Operations: operations }: z.infer<typeof wire.patchSent>,
  ) {
    return this.commands.execute(
      new ChangeGroup({ organisationId, id, ifMatch, to: { operations } }),
    );
  }

  @Delete(':id')
  @Scim()
  @HttpCode(204)
  @Can('provision', 'Organisation')
  remove(@ByDirectory() { organisationId }: DirectoryKey, @Param('id') id: string): Promise<void> {
    return this.commands.execute(new RemoveGroup(organisationId, id));
  }
}
