import type { OfferContract as Input } from '@wire/contracts';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { NamesOf } from '../../../people/profiles';
import { JobBriefs } from '../../jobs';
import { OfferableProposal } from '../../proposals';
import { ContractRow } from '../adapters/contract-row';
import { currentTerms, offerable, offered, signed } from '../domain/contract';

/** The client offers terms on a proposal and signs them. */
export class OfferContract extends Command<{ id: string }> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(OfferContract)
export class OfferContractHandler implements ICommandHandler<OfferContract> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input }: OfferContract): Promise<{ id: string }> {
    const contract = await this.draw(input);
    const commit = this.facts.commit<{ id: string }>(async (em) => {
      em.create(ContractRow, contract);
      await em.flush();
      const { type, data } = offered(contract);
      return { told: [about('contract', contract.id, type, data)], answer: { id: contract.id } };
    });
    return commit.catch((error: unknown) => {
      if (error instanceof UniqueConstraintViolationException) reject('contracts.already_offered');
      throw error;
    });
  }

  private async draw(input: Input) {
    const { id: by } = this.context.actor;
    const proposal = await this.queries.execute(new OfferableProposal(input.proposalId));
    if (!proposal) return reject('proposals.not_found');
    const { jobId, clientId, providerId, status: proposalStatus } = proposal;
    const jobs = await this.queries.execute(new JobBriefs([jobId]));
    const job = jobs.get(jobId) ?? reject('jobs.not_found');
    const ground = { clientId, proposalStatus, jobStatus: job.status, currency: job.currency };
    offerable(ground, by, input.milestones);
    const name = (await this.queries.execute(new NamesOf([by]))).get(by)?.name ?? '';
    signed(input.signature, name);
    const now = this.clock.now();
    return {
      ...currentTerms,
      id: randomUUIDv7(),
      ...{ jobId, clientId, providerId, proposalId: proposal.id },
      state: 'offered' as const,
      title: job.title,
      message: input.message ?? null,
      purchaseOrder: job.purchaseOrder,
      nda: job.nda,
      milestones: input.milestones.map((one) => ({ id: randomUUIDv7(), ...one })),
      signatures: [{ by, name, at: now.toISOString() }],
      createdAt: now,
    };
  }
}
