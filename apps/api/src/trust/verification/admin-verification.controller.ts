import { id } from '@wire/primitives';
import * as wire from '@wire/verification';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AskRegister } from './commands/ask-register';
import { DecideVerification } from './commands/decide-verification';
import { FindVerifications, LinkToPaper, VerificationById } from './queries/verifications';

@Controller('api/admin/verification')
export class AdminVerificationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Verification')
  @Returns(wire.verificationRows)
  find(
    @Query({ schema: wire.findVerifications }) filter: FindVerifications['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new FindVerifications(filter));
  }

  @Get(':verificationId')
  @Can('inspect', 'Verification')
  @Returns(wire.verificationDetail)
  read(@Param('verificationId', { schema: id }) verificationId: string): Promise<unknown> {
    return this.queries.execute(new VerificationById(verificationId));
  }

  @Get(':verificationId/files/:fileId')
  @Can('inspect', 'Verification')
  @Returns(wire.documentLink)
  paper(
    @Param('verificationId', { schema: id }) verificationId: string,
    @Param('fileId', { schema: id }) fileId: string,
    @Headers('x-purpose') purpose: string | undefined,
  ): Promise<{ url: string }> {
    return this.queries.execute(new LinkToPaper(verificationId, fileId, purpose));
  }

  @Post(':verificationId/register')
  @HttpCode(200)
  @Can('decide', 'Verification')
  @Returns(wire.registerAsked)
  register(
    @Param('verificationId', { schema: id }) verificationId: string,
  ): Promise<{ outcome: wire.RegisterOutcome }> {
    return this.commands.execute(new AskRegister(verificationId));
  }

  @Post(':verificationId/decide')
  @HttpCode(200)
  @Can('decide', 'Verification')
  @Returns(wire.decided)
  decide(
    @Param('verificationId', { schema: id }) verificationId: string,
    @Body({ schema: wire.decideVerification }) input: wire.DecideVerification,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string | null }> {
    return this.commands.execute(new DecideVerification(verificationId, input, key));
  }
}
