import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import * as desk from '@wire/org-desk';
import { findTrail, trail, type Trail } from '@wire/organisations';
import { id } from '@wire/primitives';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AllOrganisations } from './queries/all-organisations';
import { OrganisationDetail } from './queries/organisation-detail';
import { TrailOf } from './queries/trail-of';

const one = { schema: id };

@Controller('api/admin/organisations')
export class AdminOrganisationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Can('inspect', 'Organisation')
  @Returns(desk.orgRows)
  all(
    @Query({ schema: desk.findOrganisations }) filter: AllOrganisations['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new AllOrganisations(filter));
  }

  @Get(':id')
  @Can('inspect', 'Organisation')
  @Returns(desk.orgDetail)
  detail(@Param('id', one) organisationId: string): Promise<desk.OrgDetail> {
    return this.queries.execute(new OrganisationDetail(organisationId));
  }

  @Get(':id/trail')
  @Can('inspect', 'Organisation')
  @Returns(trail)
  trail(
    @Param('id', one) organisationId: string,
    @Query({ schema: findTrail }) filter: TrailOf['filter'],
  ): Promise<Trail> {
    return this.queries.execute(new TrailOf(organisationId, filter, true));
  }
}
