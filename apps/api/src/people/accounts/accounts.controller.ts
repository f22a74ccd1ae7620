import { BeforeFactor, Can, Open } from '@kernel/http/can';
import { Challenged } from '@kernel/http/challenge-guard';
import { Cookie, SetsCookies, type WithCookies } from '@kernel/http/cookies';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { AtDevice, type Visitor } from '@kernel/http/visitor';
import * as wire from '@wire/accounts';
import { accepted, id } from '@wire/primitives';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { AskPhoneCode, AskStepUp } from './commands/ask-code';
import { ChangeAccount } from './commands/change-account';
import { EndOtherSessions, EndSession, LogOut } from './commands/end-session';
import { RefreshSession } from './commands/refresh-session';
import { RegisterAccount } from './commands/register-account';
import { ResendVerification } from './commands/resend-verification';
import { VerifyEmail } from './commands/verify-email';
import { VerifyPhone } from './commands/verify-phone';
import { VerifyStepUp } from './commands/verify-step-up';
import { MyAccount } from './queries/my-account';
import { SessionsOf } from './queries/sessions-of';

type Entered = Promise<WithCookies<wire.Viewer>>;

@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Open()
  @Limit('register')
  @Challenged('register')
  @HttpCode(202)
  @Returns(accepted, 202)
  register(@Body({ schema: wire.registerAccount }) input: wire.RegisterAccount) {
    return this.commands.execute(new RegisterAccount(input));
  }

  @Post('verify-email')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.loggedIn)
  @SetsCookies()
  verifyEmail(
    @Body({ schema: wire.verifyEmail }) input: z.infer<typeof wire.verifyEmail>,
    @AtDevice() visitor: Visitor,
  ): Promise<WithCookies<wire.LoggedIn>> {
    return this.commands.execute(new VerifyEmail(input, visitor));
  }

  @Post('verify-email/resend')
  @Open()
  @Limit('codes')
  @Challenged('register')
  @HttpCode(202)
  @Returns(accepted, 202)
  resend(
    @Body({ schema: wire.resendVerification }) { email }: z.infer<typeof wire.resendVerification>,
  ) {
    return this.commands.execute(new ResendVerification(email));
  }

  @Post('refresh')
  @Open()
  @HttpCode(200)
  @Returns(wire.viewer)
  @SetsCookies()
  refresh(@Cookie('gh_refresh') token: string | undefined): Entered {
    return this.commands.execute(new RefreshSession(token));
  }

  /** What pages kept for themselves goes with the session. */
  @Post('logout')
  @Open()
  @HttpCode(204)
  @Header('clear-site-data', '"cache", "storage"')
  @SetsCookies()
  logOut(@Cookie('gh_refresh') token: string | undefined): Promise<WithCookies<undefined>> {
    return this.commands.execute(new LogOut(token));
  }

  @Get('me')
  @ApiOperation({ summary: 'Who the key acts for.' })
  @BeforeFactor()
  @Can('read', 'Account')
  @Returns(wire.viewer)
  me(): Promise<wire.Viewer> {
    return this.queries.execute(new MyAccount());
  }

  @Patch('me')
  @Can('update', 'Account')
  @Returns(wire.viewer)
  @SetsCookies()
  change(@Body({ schema: wire.changeAccount }) input: z.infer<typeof wire.changeAccount>): Entered {
    return this.commands.execute(new ChangeAccount(input));
  }

  @Post('phone')
  @Can('update', 'Account')
  @Limit('codes')
  @HttpCode(202)
  @Returns(accepted, 202)
  phone(@Body({ schema: wire.phone }) { phone }: z.infer<typeof wire.phone>) {
    return this.commands.execute(new AskPhoneCode(phone));
  }

  @Post('phone/verify')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.viewer)
  verifyPhone(
    @Body({ schema: wire.code }) { code }: z.infer<typeof wire.code>,
  ): Promise<wire.Viewer> {
    return this.commands.execute(new VerifyPhone(code));
  }

  @Post('step-up')
  @BeforeFactor()
  @Can('update', 'Account')
  @Limit('codes')
  @HttpCode(202)
  @Returns(wire.stepUpAsked, 202)
  stepUp(@Body({ schema: wire.askStepUp }) { purpose }: z.infer<typeof wire.askStepUp>) {
    return this.commands.execute(new AskStepUp(purpose));
  }

  @Post('step-up/verify')
  @BeforeFactor()
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.stepUp)
  verifyStepUp(@Body({ schema: wire.verifyStepUp }) input: wire.VerifyStepUp) {
    return this.commands.execute(new VerifyStepUp(input));
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Devices that are signed in.' })
  @Can('read', 'Account')
  @Returns(wire.sessions)
  sessions() {
    return this.queries.execute(new SessionsOf());
  }

  @Delete('sessions/:id')
  @Can('update', 'Account')
  @HttpCode(204)
  endSession(@Param('id', { schema: id }) sessionId: string): Promise<void> {
    return this.commands.execute(new EndSession(sessionId));
  }

  @Delete('sessions')
  @Can('update', 'Account')
  @HttpCode(204)
  endOtherSessions(): Promise<void> {
    return this.commands.execute(new EndOtherSessions());
  }
}
