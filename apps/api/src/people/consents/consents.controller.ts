import { Can, Open } from '@kernel/http/can';
import { Cookie, SetsCookies, type WithCookies } from '@kernel/http/cookies';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Signal } from '@kernel/http/visitor';
import * as wire from '@wire/consents';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { CountPage } from './commands/count-page';
import { Agree } from './commands/agree';
import { GiveConsents, HearSignal } from './commands/give-consents';
import { PublishText } from './commands/publish-text';
import { MyConsents } from './queries/consent-history';
import { ConsentStateOf } from './queries/consent-state';

const cookie = 'gh_consent';

@Controller('api')
export class ConsentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('consents')
  @Open()
  @Returns(wire.consentState)
  state(
    @Query({ schema: wire.askConsents }) { locale = 'en' }: z.infer<typeof wire.askConsents>,
    @Cookie(cookie) guest: string | undefined,
    @Signal() hasSignal: boolean,
  ): Promise<wire.ConsentState> {
    return this.queries.execute(new ConsentStateOf({ guest, hasSignal }, locale));
  }

  @Post('consents')
  @HttpCode(200)
  @Open()
  @Limit('reports')
  @SetsCookies()
  @Returns(wire.consentState)
  give(
    @Body({ schema: wire.giveConsents }) input: wire.GiveConsents,
    @Cookie(cookie) guest: string | undefined,
    @Signal() hasSignal: boolean,
  ): Promise<WithCookies<wire.ConsentState>> {
    return this.commands.execute(new GiveConsents(input, { guest, hasSignal }));
  }

  @Post('consents/signal')
  @HttpCode(200)
  @Open()
  @Limit('reports')
  @SetsCookies()
  @Returns(wire.consentState)
  signal(
    @Body({ schema: wire.sendSignal }) { locale }: z.infer<typeof wire.sendSignal>,
    @Cookie(cookie) guest: string | undefined,
    @Signal() hasSignal: boolean,
  ): Promise<WithCookies<wire.ConsentState>> {
    return this.commands.execute(new HearSignal({ guest, hasSignal }, locale));
  }

  @Post('consents/agreements')
  @HttpCode(200)
  @Can('update', 'Account')
  @Returns(wire.consentState)
  agree(
    @Body({ schema: wire.agree }) input: wire.Agree,
    @Cookie(cookie) guest: string | undefined,
    @Signal() hasSignal: boolean,
  ): Promise<wire.ConsentState> {
    return this.commands.execute(new Agree(input, { guest, hasSignal }));
  }

  @Get('consents/history')
  @ApiOperation({ summary: 'What was agreed to, in which version, and when.' })
  @Can('read', 'Account')
  @Returns(wire.consentHistory)
  history(@Query({ schema: wire.findConsents }) filter: MyConsents['filter']): Promise<unknown> {
    return this.queries.execute(new MyConsents(filter));
  }

  @Post('consents/page')
  @HttpCode(204)
  @Open()
  @Limit('reports')
  count(
    @Body({ schema: wire.seenPage }) { page }: z.infer<typeof wire.seenPage>,
    @Cookie(cookie) guest: string | undefined,
    @Signal() hasSignal: boolean,
  ): Promise<void> {
    return this.commands.execute(new CountPage(page, { guest, hasSignal }));
  }

  @Post('admin/privacy/texts')
  @HttpCode(200)
  @Can('approve', 'Privacy')
  @Returns(wire.publishedText)
  publish(
    @Body({ schema: wire.publishText }) input: z.infer<typeof wire.publishText>,
  ): Promise<{ version: number }> {
    return this.commands.execute(new PublishText(input));
  }
}
