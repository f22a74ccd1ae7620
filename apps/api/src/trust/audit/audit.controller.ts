import * as wire from '@wire/audit';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { RequestExport } from './commands/request-export';
import { TakeExport } from './commands/take-export';
import { RecordCheckOf } from './queries/check-record';
import { EventProofOf } from './queries/event-proof';
import { AllExports, ExportById } from './queries/exports';
import { LogState } from './queries/log-state';
import { StaffActions } from './queries/staff-actions';

@Controller('api/admin/audit')
export class AuditController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('log')
  @Can('inspect', 'AuditLog')
  @Returns(wire.staffActions)
  log(@Query({ schema: wire.findStaffActions }) filter: StaffActions['filter']): Promise<unknown> {
    return this.queries.execute(new StaffActions(filter));
  }

  @Get('state')
  @Can('inspect', 'AuditLog')
  @Returns(wire.logState)
  state(): Promise<unknown> {
    return this.queries.execute(new LogState());
  }

  @Get('check')
  @Can('inspect', 'AuditLog')
  @Returns(wire.recordCheck)
  check(@Query({ schema: wire.findCheck }) range: RecordCheckOf['range']): Promise<unknown> {
    return this.queries.execute(new RecordCheckOf(range));
  }

  @Get('events/:eventId')
  @Can('inspect', 'Stream')
  @Returns(wire.eventProof)
  event(@Param('eventId', { schema: id }) eventId: string): Promise<unknown> {
    return this.queries.execute(new EventProofOf(eventId));
  }

  @Get('exports')
  @Can('inspect', 'AuditExport')
  @Returns(wire.auditExports)
  exports(@Query({ schema: wire.findExports }) filter: AllExports['filter']): Promise<unknown> {
    return this.queries.execute(new AllExports(filter));
  }

  @Post('exports')
  @Can('request', 'AuditExport')
  @Returns(wire.exportRequested, 201)
  request(
    @Body({ schema: wire.requestExport }) wanted: wire.RequestExport,
  ): Promise<z.infer<typeof wire.exportRequested>> {
    return this.commands.execute(new RequestExport(wanted));
  }

  @Get('exports/:id')
  @Can('inspect', 'AuditExport')
  @Returns(wire.auditExport)
  export(@Param('id', { schema: id }) exportId: string): Promise<unknown> {
    return this.queries.execute(new ExportById(exportId));
  }

  @Get('exports/:id/content')
  @Can('inspect', 'AuditExport')
  @Header('content-type', 'application/x-tar')
  async content(@Param('id', { schema: id }) exportId: string): Promise<StreamableFile> {
    const { content, name } = await this.commands.execute(new TakeExport(exportId));
    return new StreamableFile(content, { disposition: `attachment; filename="${name}"` });
  }
}
