import { Takes } from '@kernel/http/bodies';
import { Can, Open } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { id } from '@wire/primitives';
import * as wire from '@wire/texts';
import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { HearReply } from './commands/hear-reply';
import { HearStatus } from './commands/hear-status';
import { SetQuietHours } from './commands/set-quiet-hours';
import { FindTexts } from './queries/find-texts';
import { MyTextSettings } from './queries/my-text-settings';

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

  @Post('texts/replies')
  @HttpCode(200)
  @Open()
  @Takes('application/x-www-form-urlencoded')
  @Header('content-type', 'text/xml; charset=utf-8')
  reply(
    @Req() { rawBody }: RawBodyRequest<object>,
    @Headers('x-twilio-signature') signature: string | undefined,
  ): Promise<string> {
    return this.commands.execute(new HearReply(rawBody, signature));
  }

  @Get('texts/settings')
  @ApiOperation({ summary: 'Your phone, and when texts may come.' })
  @Can('read', 'Account')
  @Returns(wire.textSettings)
  settings(): Promise<wire.TextSettings> {
    return this.queries.execute(new MyTextSettings());
  }

  @Put('texts/quiet-hours')
  @Can('update', 'Account')
  @Returns(wire.textSettings)
  rest(@Body({ schema: wire.quietHours }) hours: wire.QuietHours): Promise<wire.TextSettings> {
    return this.commands.execute(new SetQuietHours(hours));
  }

  @Get('admin/texts')
  @Can('inspect', 'Account')
  @Returns(wire.adminTexts)
  find(@Query({ schema: wire.findTexts }) filter: wire.FindTexts): Promise<unknown> {
    return this.queries.execute(new FindTexts(filter));
  }
}
