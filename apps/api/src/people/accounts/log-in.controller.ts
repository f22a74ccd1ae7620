import { Open } from '@kernel/http/can';
import { Challenged } from '@kernel/http/challenge-guard';
import { Cookie, SetsCookies, type WithCookies } from '@kernel/http/cookies';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { AtDevice, Origin, type Visitor } from '@kernel/http/visitor';
import * as wire from '@wire/accounts';
import { ceremony, proof, type Ceremony, type Proof } from '@wire/factors';
import { accepted } from '@wire/primitives';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { AskLink } from './commands/ask-link';
import { LogIn } from './commands/log-in';
import {
  AskLogInCode,
  AskLogInFactor,
  AskLogInPasskey,
  LogInByFactor,
} from './commands/log-in-by-factor';
import { LogInByLink } from './commands/log-in-by-link';
import { AskAnyPasskey, LogInByPasskey } from './commands/log-in-by-passkey';

type Entered = Promise<WithCookies<wire.LoggedIn>>;

/** Every way in. The ticket of a log-in that is half done is in a cookie of these paths. */
@Controller('api/accounts/login')
export class LogInController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Open()
  @Limit('login')
  @Challenged('login')
  @HttpCode(200)
  @Returns(wire.loggedIn)
  @SetsCookies()
  logIn(
    @Body({ schema: wire.logIn }) { email, password }: z.infer<typeof wire.logIn>,
    @AtDevice() visitor: Visitor,
  ): Entered {
    return this.commands.execute(new LogIn(email, password, visitor));
  }

  @Get('factor')
  @Open()
  @Returns(wire.factorAsked)
  askFactor(@Cookie('gh_ticket') ticket: string | undefined): Promise<wire.FactorAsked> {
    return this.commands.execute(new AskLogInFactor(ticket));
  }

  @Post('factor')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.viewer)
  @SetsCookies()
  byFactor(
    @Body({ schema: proof }) input: Proof,
    @Cookie('gh_ticket') ticket: string | undefined,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.Viewer>> {
    return this.commands.execute(new LogInByFactor(ticket, input, visitor));
  }

  @Post('factor/sms')
  @Open()
  @Limit('beginning')
  @HttpCode(202)
  @Returns(accepted, 202)
  askCode(@Cookie('gh_ticket') ticket: string | undefined) {
    return this.commands.execute(new AskLogInCode(ticket));
  }

  @Post('factor/passkey')
  @Open()
  @HttpCode(200)
  @Returns(ceremony)
  askPasskey(
    @Cookie('gh_ticket') ticket: string | undefined,
    @Origin() origin: string | undefined,
  ): Promise<Ceremony> {
    return this.commands.execute(new AskLogInPasskey(ticket, origin));
  }

  @Post('passkey/options')
  @Open()
  @Limit('beginning')
  @HttpCode(200)
  @Returns(ceremony)
  anyPasskey(@Origin() origin: string | undefined): Promise<Ceremony> {
    return this.commands.execute(new AskAnyPasskey(origin));
  }

  @Post('passkey')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.viewer)
  @SetsCookies()
  byPasskey(
    @Body({ schema: wire.byPasskey }) input: wire.ByPasskey,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.Viewer>> {
    return this.commands.execute(new LogInByPasskey(input, visitor));
  }

  @Post('link')
  @Open()
  @Limit('codes')
  @Challenged('link')
  @HttpCode(202)
  @Returns(accepted, 202)
  askLink(@Body({ schema: wire.byAddress }) { email }: z.infer<typeof wire.byAddress>) {
    return this.commands.execute(new AskLink(email, 'log_in'));
  }

  @Post('link/redeem')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.loggedIn)
  @SetsCookies()
  byLink(
    @Body({ schema: wire.byLink }) { token }: z.infer<typeof wire.byLink>,
    @AtDevice() visitor: Visitor,
  ): Entered {
    return this.commands.execute(new LogInByLink(token, visitor));
  }
}
