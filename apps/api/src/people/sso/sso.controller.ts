import { Can, Open } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { orgSso, type OrgSso } from '@wire/org-desk';
import { id } from '@wire/primitives';
import * as wire from '@wire/sso';
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
import type * as z from 'zod';
import { ChangeRules } from './commands/change-rules';
import { CheckDomain, ClaimDomain, ReleaseDomain } from './commands/domains';
import { RemoveIssuer, SaveIssuer } from './commands/issuer';
import { SaveSaml } from './commands/save-saml';
import { ServiceProviderMetadata } from './queries/service-provider';
import { SsoHome } from './queries/sso-home';
import { SsoStateOf } from './queries/sso-state';
import { SsoPage } from './queries/sso-page';

const one = { schema: id };

/** How an organisation lets its people in. The log-in itself is in identities. */
@Controller('api')
export class SsoController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('sso/home')
  @Open()
  @Limit('verification')
  @Returns(wire.home)
  home(@Query({ schema: wire.findHome }) { domain }: z.infer<typeof wire.findHome>) {
    return this.queries.execute(new SsoHome(domain));
  }

  @Get('sso/saml/:organisationId/metadata')
  @Open()
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  metadata(@Param('organisationId', one) organisationId: string): Promise<string> {
    return this.queries.execute(new ServiceProviderMetadata(organisationId));
  }

  @Get('organisations/:id/sso')
  @Can('update', 'Organisation')
  @Returns(wire.ssoPage)
  page(@Param('id', one) organisationId: string): Promise<wire.SsoPage> {
    return this.queries.execute(new SsoPage(organisationId));
  }

  @Get('admin/organisations/:id/sso')
  @Can('inspect', 'Organisation')
  @Returns(orgSso)
  state(@Param('id', one) organisationId: string): Promise<OrgSso> {
    return this.queries.execute(new SsoStateOf(organisationId));
  }

  @Post('organisations/:id/sso/domains')
  @Can('update', 'Organisation')
  @Returns(wire.created, 201)
  claim(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.claimDomain }) { name }: z.infer<typeof wire.claimDomain>,
  ): Promise<{ id: string }> {
    return this.commands.execute(new ClaimDomain(organisationId, name));
  }

  @Post('organisations/:id/sso/domains/:domainId/check')
  @HttpCode(204)
  @Can('update', 'Organisation')
  @Limit('messages')
  check(
    @Param('id', one) organisationId: string,
    @Param('domainId', one) domainId: string,
  ): Promise<void> {
    return this.commands.execute(new CheckDomain(organisationId, domainId));
  }

  @Delete('organisations/:id/sso/domains/:domainId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  release(
    @Param('id', one) organisationId: string,
    @Param('domainId', one) domainId: string,
  ): Promise<void> {
    return this.commands.execute(new ReleaseDomain(organisationId, domainId));
  }

  @Put('organisations/:id/sso/issuer')
  @HttpCode(204)
  @Can('update', 'Organisation')
  @Limit('messages')
  save(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.saveIssuer }) input: wire.SaveIssuer,
  ): Promise<void> {
    return this.commands.execute(new SaveIssuer(organisationId, input));
  }

  @Put('organisations/:id/sso/saml')
  @HttpCode(204)
  @Can('update', 'Organisation')
  @Limit('messages')
  saveSaml(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.saveSaml }) input: wire.SaveSaml,
  ): Promise<void> {
    return this.commands.execute(new SaveSaml(organisationId, input));
  }

  @Delete('organisations/:id/sso/issuer')
  @HttpCode(204)
  @Can('update', 'Organisation')
  remove(@Param('id', one) organisationId: string): Promise<void> {
    return this.commands.execute(new RemoveIssuer(organisationId));
  }

  @Put('organisations/:id/sso/rules')
  @HttpCode(204)
  @Can('update', 'Organisation')
  rules(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.ssoRules }) rules: wire.SsoRules,
  ): Promise<void> {
    return this.commands.execute(new ChangeRules(organisationId, rules));
  }
}
