import * as wire from '@wire/operations';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { queueNames, type QueueName } from '@kernel/jobs';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import * as z from 'zod';
import { RebuildProjection } from './commands/rebuild-projection';
import { ReplayJob } from './commands/replay-job';
import { Projections } from './queries/projections';
import { DeadLetters, Queues } from './queries/queues';
import { RebuildsOf } from './queries/rebuilds';
import { StreamOf } from './queries/stream';

const stream = z.string().regex(/^[a-z]+-[\w-]{1,100}$/);
const projection = z.string().regex(/^[a-z-]{1,80}$/);
const queue = z.enum(queueNames);
const jobId = z.string().max(200);

@Controller('api/admin')
export class OperationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('streams/:stream')
  @Can('inspect', 'Stream')
  @Returns(wire.streamEvents)
  events(
    @Param('stream', { schema: stream }) name: string,
    @Query({ schema: wire.findStream }) filter: StreamOf['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new StreamOf(name, filter));
  }

  @Get('projections')
  @Can('inspect', 'Projection')
  @Returns(wire.projections)
  projections(): Promise<unknown> {
    return this.queries.execute(new Projections());
  }

  @Get('projections/rebuilds')
  @Can('inspect', 'Projection')
  @Returns(wire.rebuilds)
  rebuilt(): Promise<unknown> {
    return this.queries.execute(new RebuildsOf());
  }

  @Post('projections/:projection/rebuild')
  @HttpCode(202)
  @Can('replay', 'Projection')
  @Returns(wire.rebuildStarted, 202)
  rebuild(
    @Param('projection', { schema: projection }) name: string,
    @Body({ schema: wire.rebuildProjection }) wanted: z.infer<typeof wire.rebuildProjection>,
  ): Promise<z.infer<typeof wire.rebuildStarted>> {
    return this.commands.execute(new RebuildProjection(name, wanted.evenIfDifferent));
  }

  @Get('queues')
  @Can('inspect', 'Queue')
  @Returns(wire.queues)
  all(): Promise<unknown> {
    return this.queries.execute(new Queues());
  }

  @Get('queues/:queue/dead')
  @Can('inspect', 'Queue')
  @Returns(wire.deadLetters)
  dead(@Param('queue', { schema: queue }) name: QueueName): Promise<unknown> {
    return this.queries.execute(new DeadLetters(name));
  }

  @Post('queues/:queue/dead/:jobId/replay')
  @HttpCode(204)
  @Can('replay', 'Queue')
  replay(
    @Param('queue', { schema: queue }) name: QueueName,
    @Param('jobId', { schema: jobId }) id: string,
  ): Promise<void> {
    return this.commands.execute(new ReplayJob(name, id));
  }
}
