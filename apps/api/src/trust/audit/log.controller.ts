import { addCosignature, disclosure, logKeys, receipt } from '@wire/audit';
import { id } from '@wire/primitives';
import { Can, Open } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { AddCosignature } from './commands/add-cosignature';
import { CheckpointNote, LogKeysOf, TileAt } from './queries/public-log';
import { DisclosureOf, ReceiptOf, ReceiptProof } from './queries/receipt';

const size = z.coerce.number().int().min(1);
const text = 'text/plain; charset=utf-8';
const path = z.string().max(200);

/** For everybody: the log as files, and receipts that its holder hands on. */
@Controller('api')
export class LogController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('log/checkpoint')
  @Open()
  @Header('content-type', text)
  @Header('cache-control', 'public, max-age=2')
  newest(): Promise<string> {
    return this.queries.execute(new CheckpointNote('newest'));
  }

  @Get('log/checkpoint/witnessed')
  @Open()
  @Header('content-type', text)
  @Header('cache-control', 'public, max-age=2')
  witnessed(): Promise<string> {
    return this.queries.execute(new CheckpointNote('witnessed'));
  }

  @Get('log/checkpoint/:size')
  @Open()
  @Header('content-type', text)
  checkpoint(@Param('size', { schema: size }) of: number): Promise<string> {
    return this.queries.execute(new CheckpointNote({ size: of }));
  }

  @Get('log/tile/*')
  @Open()
  @Header('content-type', 'application/octet-stream')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  async tile(@Param('*', { schema: path }) name: string): Promise<StreamableFile> {
    return new StreamableFile(await this.queries.execute(new TileAt(name)));
  }

  @Get('log/keys')
  @Open()
  @Returns(logKeys)
  keys(): Promise<unknown> {
    return this.queries.execute(new LogKeysOf());
  }

  // Whoever has the key of a configured witness may say what he saw; the signature is the credential.
  @Post('log/cosignatures')
  @Open()
  @HttpCode(204)
  cosign(@Body({ schema: addCosignature }) seen: z.infer<typeof addCosignature>): Promise<void> {
    return this.commands.execute(new AddCosignature(seen.checkpoint));
  }

  @Get('receipts/:milestoneId')
  @Open()
  @Returns(receipt)
  receipt(@Param('milestoneId', { schema: id }) milestoneId: string): Promise<unknown> {
    return this.queries.execute(new ReceiptOf(milestoneId));
  }

  @Get('receipts/:milestoneId/proof')
  @Open()
  @Header('content-type', text)
  proof(@Param('milestoneId', { schema: id }) milestoneId: string): Promise<string> {
    return this.queries.execute(new ReceiptProof(milestoneId));
  }

  @Get('receipts/:milestoneId/disclosure')
  @ApiOperation({ summary: 'What a receipt discloses to somebody who checks it.' })
  @Can('read', 'Contract')
  @Returns(disclosure)
  disclosure(@Param('milestoneId', { schema: id }) milestoneId: string): Promise<unknown> {
    return this.queries.execute(new DisclosureOf(milestoneId));
  }
}
