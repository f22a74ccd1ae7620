import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { orgScim, type OrgScim } from '@wire/org-desk';
import { id } from '@wire/primitives';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ScimStateOf } from './queries/scim-state';

@Controller('api/admin/organisations/:id/scim')
export class AdminScimController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Can('inspect', 'Organisation')
  @Returns(orgScim)
  state(@Param('id', { schema: id }) organisationId: string): Promise<OrgScim> {
    return this.queries.execute(new ScimStateOf(organisationId));
  }
}
