import { created } from '@wire/primitives';
import * as wire from '@wire/verification';
import { Can, Open } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Post,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ReceiveWord } from './commands/receive-word';
import { SubmitVerification } from './commands/submit-verification';
import { MyVerification } from './queries/my-verification';

@Controller('api/verification')
export class VerificationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('read', 'Verification')
  @Returns(wire.myVerification)
  mine(): Promise<unknown> {
    return this.queries.execute(new MyVerification());
  }

  @Post()
  @Can('request', 'Verification')
  @Returns(created, 201)
  submit(
    @Body({ schema: wire.submitVerification }) input: wire.SubmitVerification,
  ): Promise<{ id: string }> {
    return this.commands.execute(new SubmitVerification(input));
  }

  @Post('webhooks/provider')
  @HttpCode(204)
  @Open()
  webhook(
    @Req() { rawBody }: RawBodyRequest<object>,
    @Headers('x-sha2-signature') signature: string | undefined,
  ): Promise<void> {
    return this.commands.execute(new ReceiveWord(rawBody, signature));
  }
}
