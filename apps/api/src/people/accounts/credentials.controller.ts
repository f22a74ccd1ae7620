import { Can, Open } from '@kernel/http/can';
import { Challenged } from '@kernel/http/challenge-guard';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/accounts';
import { accepted } from '@wire/primitives';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { AskLink } from './commands/ask-link';
import { AskNewEmail, VerifyNewEmail } from './commands/change-email';
import { ChangePassword } from './commands/change-password';
import { ResetPassword } from './commands/reset-password';

/** The password and the address that one logs in with. */
@Controller('api/accounts')
export class CredentialsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('password/forgot')
  @Open()
  @Limit('codes')
  @Challenged('reset')
  @HttpCode(202)
  @Returns(accepted, 202)
  forgot(@Body({ schema: wire.byAddress }) { email }: z.infer<typeof wire.byAddress>) {
    return this.commands.execute(new AskLink(email, 'reset'));
  }

  @Post('password/reset')
  @Open()
  @Limit('verification')
  @HttpCode(200)
  @Returns(accepted)
  reset(
    @Body({ schema: wire.resetPassword }) { token, password }: z.infer<typeof wire.resetPassword>,
  ) {
    return this.commands.execute(new ResetPassword(token, password));
  }

  @Post('password')
  @Can('update', 'Account')
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.viewer)
  changePassword(
    @Body({ schema: wire.changePassword })
    { current, password }: z.infer<typeof wire.changePassword>,
  ): Promise<wire.Viewer> {
    return this.commands.execute(new ChangePassword(current, password));
  }

  @Post('email')
  @Can('update', 'Account')
  @Limit('codes')
  @HttpCode(202)
  @Returns(accepted, 202)
  newEmail(@Body({ schema: wire.byAddress }) { email }: z.infer<typeof wire.byAddress>) {
    return this.commands.execute(new AskNewEmail(email));
  }

  @Post('email/verify')
  @Can('update', 'Account')
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.viewer)
  verifyNewEmail(
    @Body({ schema: wire.code }) { code }: z.infer<typeof wire.code>,
  ): Promise<wire.Viewer> {
    return this.commands.execute(new VerifyNewEmail(code));
  }
}
