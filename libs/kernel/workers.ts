import { BullRegistrar, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from './database';
import { Jobs } from './jobs';

const pauseMs = 500;

/** Runs the jobs of every `@Processor`; only the worker process starts it. */
@Injectable()
export class Workers implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Workers.name);
  private forwarding: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly modules: ModuleRef,
    private readonly discovery: DiscoveryService,
  ) {}

  /** Waits for the database first: a worker that starts without its tables never finds them. */
  async start(): Promise<void> {
    const { redisUrl } = this.jobs.options;
    setDefaultBackendFactory((redisUrl ? createRedisBackend : createPostgresBackend) as never);
    while (!this.stopping && !redisUrl && !(await this.isReady())) await pause(pauseMs);
    if (this.stopping) return;
    this.modules.get(BullRegistrar, { strict: false }).register();
    for (const { worker } of this.hosts())
      worker.on('error', (error) => {
        this.logger.warn(`a queue is away: ${error.message}`);
      });
    if (redisUrl) this.forwarding = this.keepForwarding();
  }

  /** Before the database goes: running jobs end, the rest waits for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.forwarding;
    const started = this.hosts().filter((host) => '_worker' in host && host['_worker']);
    await Promise.all(started.map(({ worker }) => worker.close()));
  }

  private hosts(): WorkerHost[] {
    return this.discovery
      .getProviders()
      .map(({ instance }) => instance as unknown)
      .filter((instance): instance is WorkerHost => instance instanceof WorkerHost);
  }

  private async isReady(): Promise<boolean> {
    return this.database.query('select 1 from bullmq.migration limit 1').then(
      () => true,
      () => false,
    );
  }

  private async keepForwarding(): Promise<void> {
    while (!this.stopping) {
      const moved = await this.database
        .transaction((sql) => this.jobs.forward(sql))
        .catch((error: unknown) => {
          this.logger.warn(`jobs wait for the queue: ${(error as Error).message}`);
          return 0;
        });
      if (moved === 0) await pause(pauseMs);
    }
  }
}
