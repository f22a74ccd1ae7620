import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedJob } from '../adapters/locked-job';
import { fill } from '../domain/job';

/** A contract was signed for the job. Saying it again changes nothing. */
export class FillJob extends Command<void> {
  constructor(
    readonly jobId: string,
    readonly contractId: string,
  ) {
    super();
  }
}

@CommandHandler(FillJob)
export class FillJobHandler implements ICommandHandler<FillJob> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ jobId, contractId }: FillJob): Promise<void> {
    return this.facts.commit(async (em) => {
      const job = await lockedJob(em, jobId);
      const filled = fill(job, contractId);
      if (!filled) return { told: [] };
      job.status = 'hired';
      job.savedAt = this.clock.now();
      return { told: [about('job', jobId, filled.type, filled.data)] };
    });
  }
}
