import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { GrantFiles } from '../../../platform/files';
import { lockedJob } from '../adapters/locked-job';
import { publish } from '../domain/job';

/** The job goes public, its attachments with it. */
export class PublishJob extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

@CommandHandler(PublishJob)
export class PublishJobHandler implements ICommandHandler<PublishJob> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
  ) {}

  execute({ jobId }: PublishJob): Promise<void> {
    return this.facts.commit(async (em, sql) => {
      const job = await lockedJob(em, jobId);
      const { type, data } = publish(job, this.context.actor.id);
      await this.commands.execute(new GrantFiles(job.content.attachments, 'public', sql));
      job.status = 'published';
      job.publishedAt = this.clock.now();
      job.savedAt = job.publishedAt;
      return { told: [about('job', jobId, type, data)] };
    });
  }
}
