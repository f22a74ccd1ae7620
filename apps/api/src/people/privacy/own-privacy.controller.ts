import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/own-privacy';
import { created, id } from '@wire/primitives';
import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { AskDeletion, CancelDeletion } from './commands/ask-deletion';
import { AskExport } from './commands/ask-export';
import { LinkToExport, TakeOwnExport } from './commands/take-export';
import { MyLooks } from './queries/my-looks';
import { MyPrivacy } from './queries/own-privacy';

@Controller('api/privacy')
export class OwnPrivacyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Privacy settings, exports and a deletion that is under way.' })
  @Can('read', 'Account')
  @Returns(wire.ownPrivacy)
  mine(): Promise<wire.OwnPrivacy> {
    return this.queries.execute(new MyPrivacy());
  }

  @Get('looks')
  @ApiOperation({ summary: 'Who of the staff looked at which of your data, and why.' })
  @Can('read', 'Account')
  @Returns(wire.looks)
  looks(@Query({ schema: wire.findLooks }) filter: MyLooks['filter']): Promise<unknown> {
    return this.queries.execute(new MyLooks(filter));
  }

  @Post('exports')
  @Can('update', 'Account')
  @Returns(created, 201)
  ask(): Promise<{ id: string }> {
    return this.commands.execute(new AskExport());
  }

  @Post('exports/:id/link')
  @HttpCode(200)
  @Can('update', 'Account')
  @Returns(wire.exportLink)
  link(@Param('id', { schema: id }) exportId: string): Promise<{ url: string }> {
    return this.commands.execute(new LinkToExport(exportId));
  }

  @Get('exports/:id/content')
  @ApiOperation({ summary: 'The archive of an export that is ready.' })
  @Can('read', 'Account')
  @Header('content-type', 'application/zip')
  @Header('cache-control', 'no-store')
  async content(
    @Param('id', { schema: id }) exportId: string,
    @Query({ schema: wire.exportKey }) { key }: z.infer<typeof wire.exportKey>,
  ): Promise<StreamableFile> {
    const { content, name } = await this.commands.execute(new TakeOwnExport(exportId, key));
    return new StreamableFile(content, { disposition: `attachment; filename="${name}"` });
  }

  @Post('deletion')
  @HttpCode(200)
  @Can('update', 'Account')
  @Returns(wire.deletion)
  askDeletion(): Promise<wire.Deletion> {
    return this.commands.execute(new AskDeletion());
  }

  @Post('deletion/cancel')
  @HttpCode(204)
  @Can('update', 'Account')
  cancelDeletion(): Promise<void> {
    return this.commands.execute(new CancelDeletion());
  }
}
