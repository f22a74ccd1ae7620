import { completeUpload, fileView, openUpload, upload } from '@wire/files';
import type { FileView, OpenUpload as Wanted, Upload } from '@wire/files';
import { id } from '@wire/primitives';
import { Can, Open } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { CompleteUpload } from './commands/complete-upload';
import { OpenUpload } from './commands/open-upload';
import { FileOf } from './queries/file-of';
import { LinkToFile } from './queries/link-to-file';

@Controller('api/files')
export class FilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Opens an upload: parts are sent to the addresses in the answer.' })
  @Can('create', 'File')
  @Limit('uploads')
  @Returns(upload, 201)
  open(@Body({ schema: openUpload }) wanted: Wanted): Promise<Upload> {
    return this.commands.execute(new OpenUpload(wanted));
  }

  @Post(':id/complete')
  @ApiOperation({ summary: 'All parts are there: the file is put together and looked through.' })
  @HttpCode(200)
  @Can('create', 'File')
  @Returns(fileView)
  complete(
    @Param('id', { schema: id }) fileId: string,
    @Body({ schema: completeUpload }) { parts }: z.infer<typeof completeUpload>,
  ): Promise<FileView> {
    return this.commands.execute(new CompleteUpload(fileId, parts));
  }

  // Public files are for guests, too: who may read which is decided where the grants are known.
  @Get(':id')
  @Open()
  @Returns(fileView)
  page(@Param('id', { schema: id }) fileId: string): Promise<FileView> {
    return this.queries.execute(new FileOf(fileId));
  }

  @Get(':id/content')
  @Open()
  @Redirect()
  @Header('cache-control', 'private, max-age=60')
  async content(@Param('id', { schema: id }) fileId: string): Promise<{ url: string }> {
    return { url: await this.queries.execute(new LinkToFile(fileId)) };
  }
}
