import type * as wire from '@wire/operations';
import { Jobs, queueNames, type QueueName } from '@kernel/jobs';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

/** What waits, runs and failed for good, by queue? */
export class Queues extends Query<z.infer<typeof wire.queues>> {}

@QueryHandler(Queues)
export class QueuesHandler implements IQueryHandler<Queues> {
  constructor(private readonly jobs: Jobs) {}

  async execute(): Promise<z.infer<typeof wire.queues>> {
    const items = await Promise.all(queueNames.map((name) => this.counts(name)));
    return { items };
  }

  private async counts(name: QueueName) {
    const counts = await this.jobs.ask(name, (queue) =>
      queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed'),
    );
    const {
      waiting = 0,
      prioritized = 0,
      active = 0,
      delayed = 0,
      completed = 0,
      failed = 0,
    } = counts;
    return { name, waiting: waiting + prioritized, active, delayed, completed, dead: failed };
  }
}

/** What failed for good in a queue, newest first, and why? */
export class DeadLetters extends Query<z.infer<typeof wire.deadLetters>> {
  constructor(readonly queue: QueueName) {
    super();
  }
}

const most = 200;

@QueryHandler(DeadLetters)
export class DeadLettersHandler implements IQueryHandler<DeadLetters> {
  constructor(private readonly jobs: Jobs) {}

  async execute({ queue }: DeadLetters): Promise<z.infer<typeof wire.deadLetters>> {
    const failed = await this.jobs.ask(queue, (asked) => asked.getFailed(0, most - 1));
    const items = failed.map((job) => ({
      id: job.id ?? '',
      name: job.name,
      attempts: job.attemptsMade,
      reason: (job.failedReason as string | undefined) ?? '',
      failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
      summary: JSON.stringify(job.data).slice(0, 400),
    }));
    return { items };
  }
}
