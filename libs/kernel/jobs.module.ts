import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Jobs, type QueueOptions } from './jobs';
import { Workers } from './workers';

/** Queues over BullMQ. Both processes may add; the one that calls `Workers.start` runs them. */
@Global()
@Module({})
export class JobsModule {
  static with(options: QueueOptions): DynamicModule {
    const jobs = new Jobs(options);
    const { connection } = jobs;
    return {
      module: JobsModule,
      imports: [
        DiscoveryModule,
        BullModule.forRoot({ connection, extraOptions: { manualRegistration: true } }),
        // No queue of its own: this brings what starts the workers.
        BullModule.registerQueue(),
      ],
      providers: [{ provide: Jobs, useValue: jobs }, Workers],
      exports: [Jobs, Workers],
    };
  }
}
