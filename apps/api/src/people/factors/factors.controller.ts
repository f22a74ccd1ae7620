import { BeforeFactor, Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Origin } from '@kernel/http/visitor';
import * as wire from '@wire/factors';
import { id } from '@wire/primitives';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { AddPasskey, OfferPasskey } from './commands/add-passkey';
import { AddSms } from './commands/add-sms';
import { BeginTotp, ConfirmTotp } from './commands/add-totp';
import { AskOwnPasskey } from './commands/ask-own-passkey';
import { MakeRecoveryCodes } from './commands/make-recovery-codes';
import { RemoveFactor } from './commands/remove-factor';
import { RenamePasskey } from './commands/rename-passkey';
import { MyFactors } from './queries/my-factors';

@Controller('api/factors')
@BeforeFactor()
export class FactorsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Second factors that are set up.' })
  @Can('read', 'Account')
  @Returns(wire.ownFactors)
  mine(): Promise<wire.OwnFactors> {
    return this.queries.execute(new MyFactors());
  }

  @Post('totp')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.totpSeed)
  beginTotp() {
    return this.commands.execute(new BeginTotp());
  }

  @Post('totp/confirm')
  @Can('update', 'Account')
  @Limit('verification')
  @HttpCode(200)
  @Returns(wire.added)
  confirmTotp(
    @Body({ schema: wire.confirmTotp }) { code }: z.infer<typeof wire.confirmTotp>,
  ): Promise<wire.Added> {
    return this.commands.execute(new ConfirmTotp(code));
  }

  @Delete('totp')
  @Can('update', 'Account')
  @HttpCode(204)
  removeTotp(): Promise<void> {
    return this.commands.execute(new RemoveFactor({ factor: 'totp' }));
  }

  @Post('sms')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.added)
  addSms(): Promise<wire.Added> {
    return this.commands.execute(new AddSms());
  }

  @Delete('sms')
  @Can('update', 'Account')
  @HttpCode(204)
  removeSms(): Promise<void> {
    return this.commands.execute(new RemoveFactor({ factor: 'sms' }));
  }

  @Post('passkeys/challenge')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.ceremony)
  challenge(@Origin() origin: string | undefined): Promise<wire.Ceremony> {
    return this.commands.execute(new AskOwnPasskey(origin));
  }

  @Post('passkeys/options')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.ceremony)
  offerPasskey(@Origin() origin: string | undefined): Promise<wire.Ceremony> {
    return this.commands.execute(new OfferPasskey(origin));
  }

  @Post('passkeys')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.added)
  addPasskey(@Body({ schema: wire.addPasskey }) input: wire.AddPasskey): Promise<wire.Added> {
    return this.commands.execute(new AddPasskey(input));
  }

  @Patch('passkeys/:id')
  @Can('update', 'Account')
  @HttpCode(204)
  renamePasskey(
    @Param('id', { schema: id }) passkeyId: string,
    @Body({ schema: wire.namePasskey }) { name }: z.infer<typeof wire.namePasskey>,
  ): Promise<void> {
    return this.commands.execute(new RenamePasskey(passkeyId, name));
  }

  @Delete('passkeys/:id')
  @Can('update', 'Account')
  @HttpCode(204)
  removePasskey(@Param('id', { schema: id }) passkeyId: string): Promise<void> {
    return this.commands.execute(new RemoveFactor({ factor: 'passkey', passkeyId }));
  }

  @Post('recovery-codes')
  @Can('update', 'Account')
  @HttpCode(200)
  @Returns(wire.recoveryCodes)
  recoveryCodes() {
    return this.commands.execute(new MakeRecoveryCodes());
  }
}
