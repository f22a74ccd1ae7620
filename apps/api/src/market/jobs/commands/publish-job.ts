import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { AskToSpend, FilledIn, type Leave } from '../../../people/organisations';
import { GrantFiles } from '../../../platform/files';
import type { JobRow } from '../adapters/job-row';
import { lockedJob } from '../adapters/locked-job';
import { isHeldBack } from '../domain/confidentiality';
import { isUnlisted, publish, wait } from '../domain/job';

/**
 * The job goes public, its attachments with it unless it is unlisted or held back; or it waits for who has
 * to agree to its budget.
 */
export class PublishJob extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

const free: Leave = { granted: true, told: [] };

@CommandHandler(PublishJob)
export class PublishJobHandler implements ICommandHandler<PublishJob> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  execute({ jobId }: PublishJob): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (em, sql) => {
      const job = await lockedJob(em, jobId);
      const published = publish(job, by);
      const { organisationId, content } = job;
      if (organisationId) {
        const given = content.given ?? [];
        job.fields = await this.queries.execute(new FilledIn(organisationId, 'job', given, sql));
      }
      const leave = await this.leave(job, sql);
      const { type, data } = leave.granted ? published : wait(job, by);
      job.savedAt = this.clock.now();
      if (leave.granted) {
        if (!isUnlisted(job.content) && !isHeldBack(job.content))
          await this.commands.execute(new GrantFiles(job.content.attachments, 'public', sql));
        job.publishedAt = job.savedAt;
      }
      job.status = leave.granted ? 'published' : 'awaiting';
      return { told: [about('job', jobId, type, data), ...leave.told] };
    });
  }

  private leave(job: JobRow, sql: Sql): Promise<Leave> {
    const { id: jobId, organisationId, workspaceId, content } = job;
    if (!organisationId || !workspaceId) return Promise.resolve(free);
    const { budget: amount, purchaseOrder, costCentre } = content;
    if (!amount) return reject('jobs.incomplete', { missing: ['budget'] });
    const plan = { organisationId, workspaceId, purpose: 'job' as const, subjectId: jobId, jobId };
    return this.commands.execute(
      new AskToSpend({ ...plan, amount, purchaseOrder, costCentre: costCentre ?? null }, sql),
    );
  }
}
