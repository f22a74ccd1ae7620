import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { GrantFiles } from '../../../platform/files';
import { lockedJob } from '../adapters/locked-job';
import { isHeldBack } from '../domain/confidentiality';
import { agreed, isUnlisted, sendBack } from '../domain/job';

/** The members who were asked agreed: what waited is public. */
export class PublishAgreed extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

/** One of them said no, or the client took it back: it is a draft again. */
export class SendBack extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

@CommandHandler(PublishAgreed)
export class PublishAgreedHandler implements ICommandHandler<PublishAgreed> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
  ) {}

  execute({ jobId }: PublishAgreed): Promise<void> {
    return this.facts.commit(async (em, sql) => {
      const job = await lockedJob(em, jobId);
      const published = agreed(job);
      if (!published) return { told: [] };
      if (!isUnlisted(job.content) && !isHeldBack(job.content))
        await this.commands.execute(new GrantFiles(job.content.attachments, 'public', sql));
      job.status = 'published';
      job.publishedAt = this.clock.now();
      job.savedAt = job.publishedAt;
      return { told: [about('job', jobId, published.type, published.data)] };
    });
  }
}

@CommandHandler(SendBack)
export class SendBackHandler implements ICommandHandler<SendBack> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ jobId }: SendBack): Promise<void> {
    return this.facts.commit(async (em) => {
      const job = await lockedJob(em, jobId);
      const back = sendBack(job);
      if (!back) return { told: [] };
      job.status = 'draft';
      job.savedAt = this.clock.now();
      return { told: [about('job', jobId, back.type, back.data)] };
    });
  }
}
