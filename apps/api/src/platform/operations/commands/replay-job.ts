import { Jobs, type QueueName } from '@kernel/jobs';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Gives a dead letter another round of attempts. */
export class ReplayJob extends Command<void> {
  constructor(
    readonly queue: QueueName,
    readonly jobId: string,
  ) {
    super();
  }
}

@CommandHandler(ReplayJob)
export class ReplayJobHandler implements ICommandHandler<ReplayJob> {
  constructor(private readonly jobs: Jobs) {}

  async execute({ queue, jobId }: ReplayJob): Promise<void> {
    const job = await this.jobs.queue(queue).getJob(jobId);
    if (!job || !(await job.isFailed())) return reject('queues.not_found');
    await job.retry('failed', { resetAttemptsMade: true });
  }
}
