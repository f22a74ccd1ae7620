import type { SubmitProposal as Input } from '@wire/proposals';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { GrantFiles } from '../../../platform/files';
import { HasSigned, IsInvited, JobBriefs } from '../../jobs';
import { ProposalRow } from '../adapters/proposal-row';
import { priced, sides } from '../domain/proposal';

/** A provider proposes to do a job; the client may read what is attached. */
export class SubmitProposal extends Command<{ id: string }> {
  constructor(
    readonly jobId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(SubmitProposal)
export class SubmitProposalHandler implements ICommandHandler<SubmitProposal> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId, input }: SubmitProposal): Promise<{ id: string }> {
    const { id: providerId } = this.context.actor;
    const job = (await this.queries.execute(new JobBriefs([jobId]))).get(jobId);
    if (!job || job.status === 'draft') return reject('jobs.not_found');
    if (job.unlisted && !(await this.queries.execute(new IsInvited(jobId, providerId))))
      return reject('jobs.not_found');
    if (job.signFirst && !(await this.queries.execute(new HasSigned(jobId, providerId))))
      return reject('confidentiality.not_signed');
    const total = priced(job, providerId, input);
    const id = randomUUIDv7();
    const proposal = { id, jobId, clientId: job.clientId, providerId, status: 'sent' as const };
    const commit = this.facts.commit<{ id: string }>(async (em, sql) => {
      em.create(ProposalRow, { ...proposal, content: input, submittedAt: this.clock.now() });
      await em.flush();
      await this.commands.execute(new GrantFiles(input.attachments, job.clientId, sql));
      return {
        told: [about('proposal', id, 'ProposalSubmitted', { ...sides(proposal), total })],
        answer: { id },
      };
    });
    return commit.catch((error: unknown) => {
      if (error instanceof UniqueConstraintViolationException) reject('proposals.already_sent');
      throw error;
    });
  }
}
