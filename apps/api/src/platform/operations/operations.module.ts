import { Module } from '@nestjs/common';
import { ReplayJobHandler } from './commands/replay-job';
import { OperationsController } from './operations.controller';
import { ProjectionsHandler } from './queries/projections';
import { DeadLettersHandler, QueuesHandler } from './queries/queues';
import { StreamOfHandler } from './queries/stream';

@Module({
  controllers: [OperationsController],
  providers: [
    ProjectionsHandler,
    QueuesHandler,
    DeadLettersHandler,
    StreamOfHandler,
    ReplayJobHandler,
  ],
})
export class OperationsModule {}
