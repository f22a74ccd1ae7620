import { Takes } from '@kernel/http/bodies';
import { Can, Open } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { id } from '@wire/primitives';
import * as wire from '@wire/texts';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { HearStatus } from './commands/hear-status';
import { FindTexts } from './queries/find-texts';

@Controller('api')
export class TextsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('texts/:id/status')
  @HttpCode(204)
  @Open()
  @Takes('application/x-www-form-urlencoded')
  hear(
    @Param('id', { schema: id }) textId: string,
    @Req() { rawBody }: RawBodyRequest<object>,
    @Headers('x-twilio-signature') signature: string | undefined,
  ): Promise<void> {
    return this.commands.execute(new HearStatus(textId, rawBody, signature));
  }

  @Get('admin/texts')
  @Can('inspect', 'Account')
  @Returns(wire.adminTexts)
  find(@Query({ schema: wire.findTexts }) filter: wire.FindTexts): Promise<unknown> {
    return this.queries.execute(new FindTexts(filter));
  }
}
