import { Takes } from '@kernel/http/bodies';
import { Can, Open } from '@kernel/http/can';
import { Cookie, SetsCookies, type WithCookies } from '@kernel/http/cookies';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { AtDevice, type Visitor } from '@kernel/http/visitor';
import * as wire from '@wire/identities';
import { id } from '@wire/primitives';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { BeginLink, BeginLogIn } from './commands/begin';
import { Finish } from './commands/finish';
import { Join } from './commands/join';
import { KeepSamlAnswer } from './commands/keep-saml-answer';
import { LinkArrival } from './commands/link-arrival';
import { BeginSso, FinishSso } from './commands/sso';
import { Unlink } from './commands/unlink';
import { ArrivalOf } from './queries/arrival-of';
import { OwnIdentities } from './queries/own-identities';
import { ProvidersHere } from './queries/providers-here';

type Away = Promise<WithCookies<{ url: string }>>;

/** Log-in by others. What is under way is in cookies of these paths. */
@Controller('api/identities')
export class IdentitiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('providers')
  @Open()
  @Returns(wire.providers)
  providers() {
    return this.queries.execute(new ProvidersHere());
  }

  @Get()
  @ApiOperation({ summary: 'Accounts elsewhere that may log in here.' })
  @Can('read', 'Account')
  @Returns(wire.identities)
  mine() {
    return this.queries.execute(new OwnIdentities());
  }

  @Get('arrival')
  @Open()
  @Limit('verification')
  @Returns(wire.arrival)
  arrival(@Cookie('gh_arrival') token: string | undefined) {
    return this.queries.execute(new ArrivalOf(token));
  }

  @Post('arrival/join')
  @Open()
  @Limit('register')
  @HttpCode(200)
  @Returns(wire.joined)
  @SetsCookies()
  join(
    @Body({ schema: wire.join }) input: wire.Join,
    @Cookie('gh_arrival') token: string | undefined,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.Joined>> {
    return this.commands.execute(new Join(token, input, visitor));
  }

  @Post('arrival/link')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.linked)
  @SetsCookies()
  linkArrival(@Cookie('gh_arrival') token: string | undefined) {
    return this.commands.execute(new LinkArrival(token));
  }

  @Post('sso/begin')
  @Open()
  @Limit('beginning')
  @HttpCode(200)
  @Returns(wire.away)
  @SetsCookies()
  beginSso(@Body({ schema: wire.beginSso }) asked: wire.BeginSso): Away {
    return this.commands.execute(new BeginSso(asked));
  }

  @Post('sso/:organisationId/finish')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.finished)
  @SetsCookies()
  finishSso(
    @Param('organisationId', { schema: id }) organisationId: string,
    @Body({ schema: wire.providerAnswer }) answer: wire.ProviderAnswer,
    @Cookie('gh_passage') token: string | undefined,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.Finished>> {
    return this.commands.execute(new FinishSso(organisationId, answer, token, visitor));
  }

  /** A form of another site: it is kept, nothing is believed, and no cookie comes with it. */
  @Post('saml/:organisationId/acs')
  @Open()
  @Limit('beginning')
  @Takes('application/x-www-form-urlencoded')
  @Redirect()
  samlAnswer(
    @Param('organisationId', { schema: id }) organisationId: string,
    @Body({ schema: wire.samlPost }) post: wire.SamlPost,
  ): Promise<unknown> {
    return this.commands.execute(new KeepSamlAnswer(organisationId, post));
  }

  @Post(':provider/begin')
  @Open()
  @Limit('beginning')
  @HttpCode(200)
  @Returns(wire.away)
  @SetsCookies()
  begin(
    @Param('provider', { schema: wire.providerName }) provider: wire.ProviderName,
    @Body({ schema: wire.begin }) { returnTo }: z.infer<typeof wire.begin>,
  ): Away {
    return this.commands.execute(new BeginLogIn({ provider, returnTo }));
  }

  @Post(':provider/link')
  @Can('update', 'Account')
  @Limit('beginning')
  @HttpCode(200)
  @Returns(wire.away)
  @SetsCookies()
  link(
    @Param('provider', { schema: wire.providerName }) provider: wire.ProviderName,
    @Body({ schema: wire.begin }) { returnTo }: z.infer<typeof wire.begin>,
  ): Away {
    return this.commands.execute(new BeginLink({ provider, returnTo }));
  }

  @Post(':provider/finish')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.finished)
  @SetsCookies()
  finish(
    @Param('provider', { schema: wire.providerName }) provider: wire.ProviderName,
    @Body({ schema: wire.providerAnswer }) answer: wire.ProviderAnswer,
    @Cookie('gh_passage') token: string | undefined,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.Finished>> {
    return this.commands.execute(new Finish(provider, answer, token, visitor));
  }

  @Delete(':id')
  @Can('update', 'Account')
  @HttpCode(204)
  unlink(@Param('id', { schema: id }) identityId: string): Promise<void> {
    return this.commands.execute(new Unlink(identityId));
  }
}
