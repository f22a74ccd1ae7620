import { Module } from '@nestjs/common';
import { RebuildProjectionHandler, RunRebuild } from './commands/rebuild-projection';
import { ReplayJobHandler } from './commands/replay-job';
import { OperationsController } from './operations.controller';
import { ProjectionsHandler } from './queries/projections';
import { DeadLettersHandler, QueuesHandler } from './queries/queues';
import { RebuildsOfHandler } from './queries/rebuilds';
import { StreamOfHandler } from './queries/stream';

@Module({
  controllers: [OperationsController],
  providers: [
    ProjectionsHandler,
    QueuesHandler,
    DeadLettersHandler,
    StreamOfHandler,
    ReplayJobHandler,
    RebuildProjectionHandler,
    RunRebuild,
    RebuildsOfHandler,
  ],
})
export class OperationsModule {}
