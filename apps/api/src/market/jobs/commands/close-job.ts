import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedJob } from '../adapters/locked-job';
import { close } from '../domain/job';

export type CloseReason = Parameters<typeof close>[2];

/** The client takes the job off the market. */
export class CloseJob extends Command<void> {
  constructor(
    readonly jobId: string,
    readonly reason: CloseReason,
  ) {
    super();
  }
}

@CommandHandler(CloseJob)
export class CloseJobHandler implements ICommandHandler<CloseJob> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ jobId, reason }: CloseJob): Promise<void> {
    return this.facts.commit(async (em) => {
      const job = await lockedJob(em, jobId);
      const { type, data } = close(job, this.context.actor.id, reason);
      job.status = 'closed';
      job.closeReason = reason;
      job.savedAt = this.clock.now();
      return { told: [about('job', jobId, type, data)] };
    });
  }
}
