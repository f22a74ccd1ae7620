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
    const replayed = await this.jobs.ask(queue, async (asked) => {
      const job = await asked.getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await job.retry('failed', { resetAttemptsMade: true });
      return true;
    });
    if (!replayed) reject('queues.not_found');
  }
}
